import type { Track } from '../gateway/index.js';
import { guardrailSentence } from '../wording/index.js';
import { t } from '../language/index.js';

/** What must not get worse while the outcome is pursued. */
export function GuardrailsOfTrack({ track: { guardrails } }: { readonly track: Track }) {
  if (guardrails.length === 0) return null;
  const worse = guardrails.some(({ state }) => state === 'worse');
  return (
    <section aria-labelledby="guardrails" className="stack">
      <h2 id="guardrails">{t('What must not get worse')}</h2>
      <ul>
        {guardrails.map((guardrail) => (
          <li key={guardrail.key}>
            <strong>{guardrail.label}.</strong> {guardrailSentence(guardrail)}
          </li>
        ))}
      </ul>
      <p className="small quiet">
        {worse
          ? t(
              'The verdict is read from the outcome alone, and stays. Going on unchanged has lost its support; changing something has it.',
            )
          : t(
              'The verdict is read from the outcome alone. Where one of these got worse, going on unchanged would lose its support.',
            )}
      </p>
    </section>
  );
}
