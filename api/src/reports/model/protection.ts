import { calendarDate, hiddenExplained, stamp } from '#wording';
import type { ReleaseFile } from '../../kernel/index.js';
import type { Protection } from './model.js';

/** The certificate in words, and its facts in full; the same as on the certificate's page. */
export function protectionOf({ release, policy, certificate, hash, publicKey }: ReleaseFile, code: string | null): Protection {
  const { thresholds } = policy;
  return {
    paragraphs: [
      hiddenExplained(thresholds.dimension, thresholds.special),
      'Every number that depends on who takes part is drawn with noise before anything is computed from it. An attacker written apart tried to undo the protection of this release and of all releases before it.',
      'What is not promised: there is no limit for someone who already has nearly all records, and a fact about a group is a probable statement about its members.',
    ],
    facts: [
      ['Release', release.id],
      ['Period', `${release.period}, as of ${calendarDate(release.asOf)}`],
      ['Known at', stamp(release.knownAt, 'UTC')],
      ...(release.supersedes ? [['Replaces', release.supersedes] as const] : []),
      ['Policy', release.policyVersion],
      ['Settings', release.settingsVersion],
      ['Noise level', String(release.noiseLevel)],
      ['Cells', cellsOf(certificate.tables)],
      ['Exposure', exposureOf(certificate.exposure)],
      ['Attack', `${certificate.attack.findings} findings from ${certificate.attack.checks.length} checks`],
      ['Left out', certificate.leftOut.length === 0 ? 'nothing' : certificate.leftOut.join(', ')],
      ['Hash of the release', hash],
      ['Public key', publicKey ?? 'not signed'],
      ...(code === null ? [] : [['Report code', code] as const]),
    ],
    certificate,
  };
}

function cellsOf(tables: ReleaseFile['certificate']['tables']): string {
  const [shown, hidden] = [tables.map((table) => table.shown), tables.map((table) => table.hidden)].map(sum);
  return `${shown} shown and ${hidden} not shown in ${tables.length} tables`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What all published numbers together could tell about one person, at most. */
function exposureOf(exposure: unknown): string {
  const greatest = (exposure as { greatest?: { release?: unknown; history?: unknown } } | null)?.greatest;
  if (typeof greatest?.release !== 'number' || typeof greatest.history !== 'number') return 'not measured';
  return `at most ${greatest.release.toFixed(2)} in this release and ${greatest.history.toFixed(2)} over its history (0 is nothing, 1 is certainty)`;
}
