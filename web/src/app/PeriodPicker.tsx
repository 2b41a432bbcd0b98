import { useLocation, useSearchParams } from 'react-router';
import { useSession } from '../access/index.js';
import { Choice, readView } from '../kit/index.js';
import { t } from '../language/index.js';

/** The period is chosen once and goes along from page to page in the address. */
export function PeriodPicker() {
  const { periods } = useSession();
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  // An audit is about one quarter, which its address names.
  if (periods.length === 0 || pathname.startsWith('/audits')) return null;
  const wish = readView(search).period;
  const shown = periods.find((one) => one.key === wish) ?? periods[0];
  const choose = (period: string): void => {
    const next = new URLSearchParams(search);
    next.delete('period');
    setSearch(new URLSearchParams([['period', period], ...next]));
  };
  return (
    <Choice
      label={t('Period')}
      value={shown?.key ?? ''}
      options={periods.map((period) => ({ value: period.key, label: period.label }))}
      onChange={choose}
    />
  );
}
