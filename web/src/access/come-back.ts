/** Leads every reader to the page that their role comes for. */
export const START = '/start';

/** Where to go after signing in: an address of this product, never another host. */
export function comeBack(wish: string | null, landing = START): string {
  if (wish === null || !/^\/(?![/\\])/.test(wish)) return landing;
  return wish.startsWith('/sign-in') ? landing : wish;
}

const LANDINGS: Readonly<Record<string, string>> = {
  'engineering-manager': '/audits/current',
  'programme-owner': '/tracks',
  executive: '/reports',
  'data-steward': '/data/loads',
  auditor: '/trust',
  employee: '/trust',
  administrator: '/admin/accounts',
};

/** The page that a role comes for; everybody else begins with the Overview. */
export const landingOf = (role: string): string => LANDINGS[role] ?? '/';
