import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface PointsProps {
  readonly id: string;
  readonly title: string;
  readonly points: readonly string[];
  /** Where more is said. */
  readonly more?: readonly [to: string, label: string];
  readonly children?: ReactNode;
}

/** A heading with a few sentences under it. */
export const Points = ({ id, title, points, more, children }: PointsProps) => (
  <section className="stack" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <ul>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
    {children}
    {more === undefined ? null : (
      <p>
        <Link to={more[0]}>{more[1]}</Link>
      </p>
    )}
  </section>
);
