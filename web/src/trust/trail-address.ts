/** What is looked for in the trail. All of it stands in the address, so that a view can be kept and sent. */
export interface TrailView {
  readonly who: string;
  readonly kind: string;
  readonly subject: string;
  readonly from: string;
  readonly until: string;
  /** Only entries below this number: the page after the first ones. */
  readonly below: number | null;
}

const TEXTS = ['who', 'kind', 'subject', 'from', 'until'] as const;
const LONGEST = 200;

export const EVERYTHING: TrailView = { who: '', kind: '', subject: '', from: '', until: '', below: null };

/** Reads an address; what is not a number is not a place. */
export function readTrailView(search: URLSearchParams): TrailView {
  const texts = TEXTS.map((key) => [key, (search.get(key) ?? '').trim().slice(0, LONGEST)] as const);
  const below = search.get('below') ?? '';
  const place = /^[1-9]\d{0,8}$/.test(below) ? Number(below) : null;
  return { ...EVERYTHING, ...Object.fromEntries(texts), below: place };
}

/** Writes an address, its parts always in the same order, and only those that say something. */
export function writeTrailView(view: TrailView): string {
  const search = new URLSearchParams();
  for (const key of TEXTS) if (view[key] !== '') search.set(key, view[key]);
  if (view.below !== null) search.set('below', String(view.below));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** The same as a question to the server: what is empty is not asked. */
export function asVariables(view: TrailView): Record<string, string | number> {
  const texts = TEXTS.filter((key) => view[key] !== '').map((key) => [key, view[key]] as const);
  return { ...Object.fromEntries(texts), ...(view.below === null ? {} : { below: view.below }) };
}

/** Whether anything is looked for at all. */
export const isFiltered = (view: TrailView): boolean => TEXTS.some((key) => view[key] !== '');
