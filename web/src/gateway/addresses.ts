/** Addresses of files that the server writes. */
export function csvAddress(period: string, measure: string, variant: string, by: readonly string[]): string {
  const cut = by.length === 0 ? 'organisation' : by.join('+');
  return `/api/releases/${[period, 'tables', measure, variant, `${cut}.csv`].map(encodeURIComponent).join('/')}`;
}

export const exportAddress = (releaseId: string): string => `/api/releases/${encodeURIComponent(releaseId)}/export.json`;

export const loadErrorsAddress = (loadId: string): string => `/api/loads/${encodeURIComponent(loadId)}/errors.csv`;
