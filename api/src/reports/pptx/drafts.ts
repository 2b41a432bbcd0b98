import { t } from '#language';
import { HIDDEN_SHORT } from '#wording';
import type { ReportModel } from '../model/model.js';
import type { Chart } from './chart.js';
import type { Slide } from './package.js';
import { INK, paragraph, type Shape, textBox, title } from './shapes.js';

/** A slide before it has its number. */
export interface Draft {
  readonly title: string;
  /** What it is about, where another slide has its title. */
  readonly about?: string;
  readonly shapes: readonly Shape[];
  readonly notes: readonly string[];
  readonly charts?: readonly Chart[];
}

/** Slides with their titles and feet. A title that was there already is told apart, since slides are found by their titles. */
export function finished(drafts: readonly Draft[], model: ReportModel): Slide[] {
  const plain = drafts.map((draft) => draft.title);
  const titles = drafts.map(({ title: own, about }) =>
    about !== undefined && plain.filter((one) => one === own).length > 1 ? `${own}: ${about}` : own,
  );
  return drafts.map(({ shapes, notes, charts = [] }, i) => {
    const own = titles[i] ?? '';
    const before = titles.slice(0, i).filter((one) => one === own).length;
    return {
      shapes: [title(before === 0 ? own : `${own} (${before + 1})`), ...shapes, ...foot(model, i + 1, drafts.length)],
      notes,
      charts,
    };
  });
}

function foot({ sample, code }: ReportModel, no: number, of: number): Shape[] {
  const left = `${sample ? `${t('Sample data: an invented organisation.')} ` : ''}${t(HIDDEN_SHORT)}`;
  const right = t('report {code} \u00b7 {no} of {of}', { code, no, of });
  const at = { y: 7.02, h: 0.3, anchor: 'b' as const };
  return [
    textBox([paragraph(left, { points: 14, colour: INK.soft })], { ...at, x: 0.3, w: 8.45, alt: left }),
    textBox([paragraph(right, { points: 14, colour: INK.soft, align: 'r' })], { ...at, x: 8.8, w: 4.25, alt: right }),
  ];
}
