import { locale, t } from '#language';
import { calendarDate, hiddenExplained, stamp } from '#wording';
import type { Certificate, ReleaseFile } from '../../kernel/index.js';
import { sayAgain } from '../../translation/index.js';
import type { Protection } from './model.js';

/** The certificate in words, and its facts in full; the same as on the certificate's page. */
export function protectionOf({ release, policy, certificate, hash, publicKey }: ReleaseFile, code: string | null): Protection {
  const { thresholds } = policy;
  return {
    paragraphs: [
      hiddenExplained(thresholds.dimension, thresholds.special),
      t(
        'Every number that depends on who takes part is drawn with noise before anything is computed from it. An attacker written apart tried to undo the protection of this release and of all releases before it.',
      ),
      t(
        'What is not promised: there is no limit for someone who already has nearly all records, and a fact about a group is a probable statement about its members.',
      ),
    ],
    facts: [
      [t('Release'), release.id],
      [t('Period'), t('{period}, as of {day}', { period: release.period, day: calendarDate(release.asOf) })],
      [t('Known at'), stamp(release.knownAt, 'UTC')],
      ...(release.supersedes ? [[t('Replaces'), release.supersedes] as const] : []),
      [t('Policy'), release.policyVersion],
      [t('Settings'), release.settingsVersion],
      [t('Noise level'), String(release.noiseLevel)],
      [t('Cells'), cellsOf(certificate.tables)],
      [t('Exposure'), exposureOf(certificate.exposure)],
      [
        t('Attack'),
        t('{n} findings from {checks} checks', { n: certificate.attack.findings, checks: certificate.attack.checks.length }),
      ],
      [t('Left out'), certificate.leftOut.length === 0 ? t('nothing##left out') : certificate.leftOut.join(', ')],
      [t('Hash of the release'), hash],
      [t('Public key'), publicKey ?? t('not signed')],
      ...(code === null ? [] : [[t('Report code'), code] as const]),
    ],
    certificate: spokenCertificate(certificate),
  };
}

/** Rules and checks are kept in English with the release; whoever reads them may read another language. */
const spokenCertificate = ({ rules, attack, ...rest }: Certificate): Certificate => ({
  ...rest,
  rules: rules.map((rule) => t(rule)),
  attack: { ...attack, checks: attack.checks.map(sayAgain) },
});

const twoPlaces = (value: number): string =>
  value.toLocaleString(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function cellsOf(tables: ReleaseFile['certificate']['tables']): string {
  const [shown, hidden] = [tables.map((table) => table.shown), tables.map((table) => table.hidden)].map(sum);
  return t('{shown} shown and {hidden} not shown in {n, plural, one {# table} other {# tables}}', {
    shown: shown ?? 0,
    hidden: hidden ?? 0,
    n: tables.length,
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What all published numbers together could tell about one person, at most. */
function exposureOf(exposure: unknown): string {
  const greatest = (exposure as { greatest?: { release?: unknown; history?: unknown } } | null)?.greatest;
  if (typeof greatest?.release !== 'number' || typeof greatest.history !== 'number') return t('not measured');
  return t('at most {release} in this release and {history} over its history (0 is nothing, 1 is certainty)', {
    ...{ release: twoPlaces(greatest.release), history: twoPlaces(greatest.history) },
  });
}
