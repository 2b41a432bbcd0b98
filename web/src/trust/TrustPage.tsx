import { Link } from 'react-router';
import { TRUST_QUERY, type Trust, useAsk } from '../gateway/index.js';
import { PageHead } from '../kit/index.js';
import { NEVER_USED_FOR, NOT_PROMISED, PROMISE } from './promise.js';
import styles from './trust.module.css';

const MORE = [
  ['/trust/collect', 'What we collect', 'Every column that is read, how sensitive it is and what it is for.'],
  ['/trust/access', 'Who can see what', 'The table of roles that the server enforces.'],
  ['/trust/protection', 'How groups are protected', 'What [c] means, with an example to play with.'],
  ['/trust/methods', 'Methods', 'How rates, ratios and intervals are made.'],
] as const;

/** One screen that anybody in the organisation can read, without an account. */
export default function TrustPage() {
  const { answer } = useAsk<{ trust: Trust }>(TRUST_QUERY);
  return (
    <>
      <PageHead
        title="Our promise"
        lead="You see the canopy, never the trees. This page is for everybody, with or without an account."
      />
      <div className="stack-wide">
        <ol className={styles['promise']}>
          {PROMISE.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <Points id="never" title="What it is never used for" points={NEVER_USED_FOR} />
        <section className="stack" aria-labelledby="more">
          <h2 id="more">Read more</h2>
          <ul className={styles['cards']}>
            {MORE.map(([to, title, text]) => (
              <li key={to}>
                <Link to={to}>{title}</Link>
                <p className="small quiet">{text}</p>
              </li>
            ))}
          </ul>
        </section>
        <Points id="not-promised" title="What we do not promise" points={NOT_PROMISED} />
        <section className="stack" aria-labelledby="contact">
          <h2 id="contact">Whom to ask</h2>
          <p>
            {answer?.trust.contact ??
              'Ask your works council or privacy officer. They can read every published result, every certificate and the trail of who opened what.'}
          </p>
        </section>
      </div>
    </>
  );
}

interface PointsProps {
  readonly id: string;
  readonly title: string;
  readonly points: readonly string[];
}

const Points = ({ id, title, points }: PointsProps) => (
  <section className="stack" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <ul>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  </section>
);
