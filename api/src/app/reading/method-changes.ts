import { t } from '#language';
import type { ListedRelease } from '../../releases/index.js';

/** A change of methods from one published release to the next, as the log of changes tells it. */
export interface MethodChange {
  readonly on: string;
  readonly what: string;
  readonly why: string;
}

/** Which methods a release was the first to use, or used for the first time in another version; the newest first. */
export function methodChanges(
  released: readonly Pick<ListedRelease, 'period' | 'publishedAt' | 'certificate'>[],
): MethodChange[] {
  const inOrder = [...released]
    .filter(({ publishedAt }) => publishedAt !== null)
    .sort((a, b) => (a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0));
  return inOrder
    .flatMap(({ period, publishedAt, certificate }, i) => {
      const before = methodsOf(inOrder[i - 1]);
      const changed = before === null ? [] : (methodsOf({ certificate }) ?? []).filter((method) => !before.includes(method));
      if (changed.length === 0) return [];
      return [
        {
          on: publishedAt?.toISOString() ?? '',
          what: t('Methods changed with the release of {period}: {methods}.', { period, methods: changed.join(', ') }),
          why: '',
        },
      ];
    })
    .reverse();
}

const methodsOf = (release: Pick<ListedRelease, 'certificate'> | undefined): string[] | null =>
  release?.certificate.versions.method?.split(' ') ?? null;
