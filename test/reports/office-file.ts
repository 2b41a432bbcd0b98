import { unzipSync } from 'fflate';

/** The parts of an office file by their path, archives inside it opened too: `outer.xlsx/xl/workbook.xml`. */
export function partsOf(file: Uint8Array, prefix = ''): Map<string, string> {
  const parts = new Map<string, string>();
  for (const [name, bytes] of Object.entries(unzipSync(file))) {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b)
      for (const [inner, text] of partsOf(bytes, `${prefix}${name}/`)) parts.set(inner, text);
    else parts.set(`${prefix}${name}`, Buffer.from(bytes).toString('utf8'));
  }
  return parts;
}

const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y;
const TEXT = /[^<]+/y;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;

/** What keeps a text from being well-formed XML, or null. Names of attributes are not twice in a tag. */
export function faultIn(xml: string): string | null {
  let at = /^<\?xml [^?]*\?>\s*/.exec(xml)?.[0].length ?? 0;
  const open: string[] = [];
  let roots = 0;
  while (at < xml.length) {
    TAG.lastIndex = TEXT.lastIndex = at;
    const tag = TAG.exec(xml);
    const text = tag ? null : TEXT.exec(xml);
    const said = tag?.[0] ?? text?.[0];
    if (said === undefined || ENTITY.test(said)) return `at ${at}: ${xml.slice(at, at + 60)}`;
    if (tag) {
      const [, end, name = '', attributes = '', alone] = tag;
      const names = [...attributes.matchAll(/([\w:.-]+)="/g)].map(([, one]) => one);
      if (new Set(names).size < names.length) return `an attribute twice in ${name}`;
      if (end && open.pop() !== name) return `${name} ends where it did not begin`;
      if (!end && open.length === 0) roots += 1;
      if (!end && !alone) open.push(name);
    } else if (open.length === 0 && said.trim() !== '') return 'text outside of everything';
    at += said.length;
  }
  return open.length > 0 || roots !== 1 ? `${roots} roots, ${open.join(' ')} open` : null;
}

/** What whoever reads it sees or hears: texts between tags, and in the attributes that hold words. */
export const wordsIn = (xml: string): string =>
  [...xml.matchAll(/>([^<]+)<|\s(?:descr|title)="([^"]*)"/g)]
    .map(([, text, alt]) => text ?? alt ?? '')
    .join(' ')
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? "'");
