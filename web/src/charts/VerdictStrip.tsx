import styles from './charts.module.css';
import { t } from '../language/index.js';

interface VerdictStripProps {
  readonly effect: { readonly value: number; readonly lower: number; readonly upper: number };
  /** The smallest change that matters, in the unit of the effect. */
  readonly mark: number;
  /** Ratios stand on a logarithm around 1, everything else around 0. */
  readonly ratio: boolean;
  readonly write: (value: number) => string;
  readonly sentence: string;
}

const WIDTH = 640;
const HEIGHT = 84;
const INSET = 8;
const TOP = 22;
const LINE = 44;
const BOTTOM = 62;
/** The axis reaches so many marks to each side; it depends on what was agreed, never on what was found. */
const REACH = 3;

/** An effect on the three zones that were agreed beforehand: harm, too small to matter, benefit. */
export function VerdictStrip({ effect, mark, ratio, write, sentence }: VerdictStripProps) {
  const scale = ratio ? Math.log : (value: number): number => value;
  const step = scale(mark);
  const share = (value: number): number => Math.min(1, Math.max(0, (scale(value) / step + REACH) / (2 * REACH)));
  const place = (value: number): number => INSET + share(value) * (WIDTH - 2 * INSET);
  const [none, low] = ratio ? [1, 1 / mark] : [0, -mark];
  const beyond = { left: scale(effect.lower) < -REACH * step, right: scale(effect.upper) > REACH * step };
  return (
    <svg className={styles['verdictStrip']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentence}>
      <rect x={place(low)} width={place(mark) - place(low)} y={TOP} height={BOTTOM - TOP} fill="var(--similar-band)" />
      <Zone x={(INSET + place(low)) / 2} label={t('Harm')} />
      <Zone x={place(none)} label={t('Too small to matter')} />
      <Zone x={(place(mark) + WIDTH - INSET) / 2} label={t('Benefit')} />
      <line x1={INSET} x2={WIDTH - INSET} y1={BOTTOM} y2={BOTTOM} stroke="var(--control-border)" />
      <line x1={place(none)} x2={place(none)} y1={TOP} y2={BOTTOM} stroke="var(--reference)" strokeWidth={1.5} />
      {[low, none, mark].map((tick) => (
        <text key={tick} x={place(tick)} y={HEIGHT - 6} textAnchor="middle" className={styles['verdictTick']}>
          {write(tick)}
        </text>
      ))}
      <g stroke="var(--series-1)" fill="var(--series-1)">
        <line x1={place(effect.lower)} x2={place(effect.upper)} y1={LINE} y2={LINE} strokeWidth={4} />
        {beyond.left ? <path d={`M${INSET} ${LINE}l10 -6v12z`} stroke="none" /> : null}
        {beyond.right ? <path d={`M${WIDTH - INSET} ${LINE}l-10 -6v12z`} stroke="none" /> : null}
        {Math.abs(scale(effect.value)) > REACH * step ? null : (
          <circle cx={place(effect.value)} cy={LINE} r={7} stroke="var(--background)" strokeWidth={2} />
        )}
      </g>
    </svg>
  );
}

const Zone = ({ x, label }: { readonly x: number; readonly label: string }) => (
  <text x={x} y={14} textAnchor="middle" className={styles['verdictTick']}>
    {label}
  </text>
);
