import type { Settings } from '../governance/index.js';

/** What ingest needs of the organisation's settings: declared personal characteristics, and codes of themes. */
export type IngestSettings = Pick<Settings, 'demographics' | 'themes'>;

/** An installation without settings: no personal characteristic is read. */
export const noSettings: IngestSettings = { demographics: [], themes: [] };
