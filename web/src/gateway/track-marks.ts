import type { Asked } from './use-tables.js';
import { useAsk } from './use-ask.js';

/** Something on record about a track that its charts show. */
export interface TrackMark {
  readonly kind: string;
  readonly on: string;
  /** The first quarter whose figures come after it. */
  readonly period: string;
  readonly version: number | null;
  readonly changed: string | null;
}

const TRACK_MARKS = 'query TrackMarks($key: String!) { trackMarks(key: $key) { kind on period version changed } }';

/** Charters and decisions of a track in the order of their days; nothing is asked where there is no track. */
export function useTrackMarks(track: string | null): Asked<readonly TrackMark[]> {
  const asked = useAsk<{ trackMarks: readonly TrackMark[] }>(TRACK_MARKS, { key: track ?? '' }, track === null);
  return { ...asked, answer: track === null ? [] : (asked.answer?.trackMarks ?? null) };
}
