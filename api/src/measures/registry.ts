import { checkContract, type MeasureContract } from './contract.js';
import { dose } from './dose.js';
import { endings } from './endings.js';
import { funnel } from './funnel.js';
import { parityAdjusted } from './parity-adjusted.js';
import { parity } from './parity.js';
import { participation } from './participation.js';
import { pulse } from './pulse.js';
import { reachNewHires } from './reach-new-hires.js';
import { wait } from './wait.js';

/** Every measure that a release contains, in the order of the file. A contract that hides its limits is refused here. */
export const MEASURES: readonly MeasureContract[] = [
  dose,
  endings,
  funnel,
  parity,
  parityAdjusted,
  participation,
  pulse,
  reachNewHires,
  wait,
].map(checkContract);

/** The contract of a measure, or undefined where there is none of this key. */
export const measureOf = (key: string): MeasureContract | undefined => MEASURES.find((contract) => contract.key === key);

/** Versions of all methods together, as releases name them. */
export const METHOD_VERSION: string = MEASURES.map(({ method }) => method).join(' ');
