/** Where the server writes the same table as two kinds of file. */
export interface FileAddresses {
  readonly csv: string;
  readonly xlsx: string;
}

const both = (path: string, query = ''): FileAddresses => ({ csv: `${path}.csv${query}`, xlsx: `${path}.xlsx${query}` });

/** The files of one table. */
export function tableFiles(period: string, measure: string, variant: string, by: readonly string[]): FileAddresses {
  const cut = by.length === 0 ? 'organisation' : by.join('+');
  return both(`/api/releases/${[period, 'tables', measure, variant, cut].map(encodeURIComponent).join('/')}`);
}

interface GroupPlace {
  readonly dimension: string;
  readonly value: string;
}

/** The files of one group over the quarters; no place is the organisation. */
export function seriesFiles(measure: string, variant: string, group: readonly GroupPlace[]): FileAddresses {
  const query = new URLSearchParams(group.map(({ dimension, value }) => [dimension, value])).toString();
  const path = `/api/releases/series/${[measure, variant].map(encodeURIComponent).join('/')}`;
  return both(path, query === '' ? '' : `?${query}`);
}

export const exportAddress = (releaseId: string): string => `/api/releases/${encodeURIComponent(releaseId)}/export.json`;

export const loadErrorsAddress = (loadId: string): string => `/api/loads/${encodeURIComponent(loadId)}/errors.csv`;
