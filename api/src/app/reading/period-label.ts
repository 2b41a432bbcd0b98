import { t } from '#language';

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const; // prettier-ignore

/** `Q3 2026 (July to September)`, from the dates themselves: a fiscal year may begin in any month. */
export function periodLabel(period: string, startsOn: string, endsOn: string): string {
  const [year, quarter] = period.split('-');
  return t('{quarter} {year} ({from} to {to})', {
    quarter: quarter ?? '',
    year: year ?? '',
    from: t(monthOf(startsOn)),
    to: t(monthOf(endsOn)),
  });
}

const monthOf = (date: string): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
