import { useClient } from 'urql';
import {
  type MappedColumns,
  NEEDED_FILES,
  type NeededFile,
  SOURCE_MAPPING,
  SOURCE_PRESETS,
  type SourcePreset,
} from '../../gateway/index.js';
import type { Readable } from './draft.js';
import { targetsOf } from './targets.js';

/** All that is known about how columns may be called. */
export interface Known {
  readonly readable: readonly Readable[];
  /** How files of this source were read before. */
  readonly remembered: readonly MappedColumns[];
  readonly presets: readonly SourcePreset[];
}

/** Asks for it when files of a source are there; null where the server does not answer. */
export function useKnown(): (source: string) => Promise<Known | null> {
  const client = useClient();
  return async (source) => {
    const [needed, usual, mapping] = await Promise.all([
      client.query<{ neededFiles: readonly NeededFile[] }>(NEEDED_FILES, {}).toPromise(),
      client.query<{ sourcePresets: readonly SourcePreset[] }>(SOURCE_PRESETS, {}).toPromise(),
      client
        .query<{ sourceMapping: readonly MappedColumns[] }>(SOURCE_MAPPING, { source }, { requestPolicy: 'network-only' })
        .toPromise(),
    ]);
    if (!needed.data || !usual.data || !mapping.data) return null;
    const { sourceMapping: remembered } = mapping.data;
    const { sourcePresets: presets } = usual.data;
    const readable = needed.data.neededFiles.map((file) => ({ file, targets: targetsOf(file, remembered, presets) }));
    return { readable, remembered, presets };
  };
}
