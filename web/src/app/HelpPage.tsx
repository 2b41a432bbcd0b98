import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Choice, DataTable, PageHead } from '../kit/index.js';
import { keepPreferences, type Preferences, preferences } from './preferences.js';

const KEYS: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'Ctrl K or ⌘ K', does: 'Goes to a page or a measure by its name' },
  { keys: '?', does: 'Opens this page' },
  { keys: 'Tab, Shift Tab', does: 'Goes from control to control; the first one skips to the content' },
  { keys: '← →', does: 'In a chart of groups: from row to row, each told in words' },
  { keys: 'Escape', does: 'Closes what lies over the page' },
];

/** How figures are read, keys, and how this browser shows the pages. */
export default function HelpPage() {
  return (
    <>
      <PageHead title="Help" lead="How to read a figure, which keys do what, and how the pages look in this browser." />
      <div className="stack-wide">
        <section className="stack" aria-labelledby="reading">
          <h2 id="reading">Reading a figure</h2>
          <p>
            Every figure begins with what it says. The number is an estimate; its 95 % interval is the range that the data fit. A
            wide interval says that little is known, not that nothing is there. [c] is hidden to protect people in small groups,
            [u] too uncertain to estimate, [x] not collected, [z] does not apply. <Link to="/help/glossary">All words</Link>
          </p>
          <p>
            “How is this computed?” under a figure names its definition, its formulas and what it must not be used for.{' '}
            <Link to="/trust/methods">All methods</Link>
          </p>
        </section>
        <section className="stack" aria-labelledby="keys">
          <h2 id="keys">Keys</h2>
          <DataTable
            caption="Keys and what they do"
            captionHidden
            columns={[
              { key: 'keys', label: 'Keys', render: (row) => <kbd>{row.keys}</kbd> },
              { key: 'does', label: 'What they do', render: (row) => row.does },
            ]}
            rows={KEYS}
            rowKey={(row) => row.keys}
          />
        </section>
        <Looks />
        <section className="stack" aria-labelledby="questions">
          <h2 id="questions">Questions about your data</h2>
          <p>
            What is collected, who can see what and whom to ask stands in the <Link to="/trust">trust centre</Link>; what changed,
            in its <Link to="/trust/changes">log of changes</Link>.
          </p>
        </section>
      </div>
    </>
  );
}

const DENSITIES = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
];

function Looks() {
  const [chosen, setChosen] = useState<Preferences>(preferences);
  const choose = (next: Preferences): void => {
    keepPreferences(next);
    setChosen(next);
  };
  return (
    <section className="stack" aria-labelledby="looks">
      <h2 id="looks">In this browser</h2>
      <p>Both are kept in this browser alone.</p>
      <Choice
        label="Rows of tables"
        value={chosen.density}
        options={DENSITIES}
        onChange={(density) => choose({ ...chosen, density: density === 'compact' ? 'compact' : 'comfortable' })}
      />
      <Checkbox
        label="Single keys are shortcuts"
        checked={chosen.keys}
        onChange={(event) => choose({ ...chosen, keys: event.currentTarget.checked })}
      />
    </section>
  );
}
