/** Where to go after signing in: an address of this product, never another host. */
export function comeBack(wish: string | null, landing = '/'): string {
  if (wish === null || !/^\/(?![/\\])/.test(wish)) return landing;
  return wish.startsWith('/sign-in') ? landing : wish;
}

/** The page that a role comes for. */
export const landingOf = (role: string): string => (role === 'data-steward' ? '/data/loads' : '/');
