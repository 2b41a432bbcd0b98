import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Choice, DataTable, PageHead, rich } from '../kit/index.js';
import { keepPreferences, type Preferences, preferences } from './preferences.js';
import { t } from '../language/index.js';

const KEYS: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: t('Ctrl K or ⌘ K'), does: t('Goes to a page or a measure by its name') },
  { keys: '?', does: t('Opens this page') },
  { keys: t('Tab, Shift Tab'), does: t('Goes from control to control; the first one skips to the content') },
  { keys: '← →', does: t('In a chart of groups: from row to row, each told in words') },
  { keys: t('Escape'), does: t('Closes what lies over the page') },
];

/** How figures are read, keys, and how this browser shows the pages. */
export default function HelpPage() {
  return (
    <>
      <PageHead title={t('Help')} lead={t('How to read a figure, which keys do what, and how the pages look in this browser.')} />
      <div className="stack-wide">
        <section className="stack" aria-labelledby="reading">
          <h2 id="reading">{t('Reading a figure')}</h2>
          <p>
            {rich(
              'Every figure begins with what it says. The number is an estimate; its 95 % interval is the range that the data fit. A wide interval says that little is known, not that nothing is there. [c] is hidden to protect people in small groups, [u] too uncertain to estimate, [x] not collected, [z] does not apply. <a>All words</a>',
              { a: (inside) => <Link to="/help/glossary">{inside}</Link> },
            )}
          </p>
          <p>
            {rich(
              '“How is this computed?” under a figure names its definition, its formulas and what it must not be used for. <a>All methods</a>',
              { a: (inside) => <Link to="/trust/methods">{inside}</Link> },
            )}
          </p>
        </section>
        <section className="stack" aria-labelledby="keys">
          <h2 id="keys">{t('Keys')}</h2>
          <DataTable
            caption={t('Keys and what they do')}
            captionHidden
            columns={[
              { key: 'keys', label: t('Keys'), render: (row) => <kbd>{row.keys}</kbd> },
              { key: 'does', label: t('What they do'), render: (row) => row.does },
            ]}
            rows={KEYS}
            rowKey={(row) => row.keys}
          />
        </section>
        <Looks />
        <section className="stack" aria-labelledby="questions">
          <h2 id="questions">{t('Questions about your data')}</h2>
          <p>
            {rich(
              'What is collected, who can see what and whom to ask stands in the <a>trust centre</a>; what changed, in its <b>log of changes</b>.',
              {
                a: (inside) => <Link to="/trust">{inside}</Link>,
                b: (inside) => <Link to="/trust/changes">{inside}</Link>,
              },
            )}
          </p>
        </section>
      </div>
    </>
  );
}

const DENSITIES = [
  { value: 'comfortable', label: t('Comfortable') },
  { value: 'compact', label: t('Compact') },
];

function Looks() {
  const [chosen, setChosen] = useState<Preferences>(preferences);
  const choose = (next: Preferences): void => {
    keepPreferences(next);
    setChosen(next);
  };
  return (
    <section className="stack" aria-labelledby="looks">
      <h2 id="looks">{t('In this browser')}</h2>
      <p>{t('Both are kept in this browser alone.')}</p>
      <Choice
        label={t('Rows of tables')}
        value={chosen.density}
        options={DENSITIES}
        onChange={(density) => choose({ ...chosen, density: density === 'compact' ? 'compact' : 'comfortable' })}
      />
      <Checkbox
        label={t('Single keys are shortcuts')}
        checked={chosen.keys}
        onChange={(event) => choose({ ...chosen, keys: event.currentTarget.checked })}
      />
    </section>
  );
}
