/** Where to go after signing in: an address of this product, never another host. */
export function comeBack(wish: string | null): string {
  if (wish === null || !/^\/(?![/\\])/.test(wish)) return '/';
  return wish.startsWith('/sign-in') ? '/' : wish;
}
