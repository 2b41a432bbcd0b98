import { Children, type ReactNode } from 'react';
import { pieces } from '../language/index.js';

type Filling = string | number | ReactNode | ((inside: ReactNode) => ReactNode);

/**
 * A text with links or marks inside it: `rich('Read <a>how</a>.', { a: (inside) => <Link to="/x">{inside}</Link> })`.
 * The whole sentence is one entry of the catalogue, since other languages put its parts elsewhere.
 */
export function rich(english: string, values: Readonly<Record<string, Filling>>): ReactNode {
  const fillings: Record<string, ReactNode | ((inside: ReactNode[]) => ReactNode)> = {};
  for (const [name, value] of Object.entries(values)) fillings[name] = typeof value === 'function' ? around(value) : value;
  return Children.toArray([...pieces<ReactNode>(english, fillings)]);
}

const around =
  (make: (inside: ReactNode) => ReactNode) =>
  (inside: ReactNode[]): ReactNode =>
    make(Children.toArray(inside));
