import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../access/index.js';
import { CANCEL_REPORT, isOver, MAKE_REPORT, type ReportChoices, useWork } from '../gateway/index.js';
import { Choice, WorkProgress } from '../kit/index.js';
import { EXTENTS, nameOf, optionOf, PROGRAMME, spokenIn, subjectOf } from './report-options.js';
import styles from './reports.module.css';
import { t } from '../language/index.js';

interface MakeReportProps {
  readonly choices: ReportChoices;
  readonly onMade: () => void;
}

/** Which report, of what, for whom. The server makes it; the page may be left meanwhile. */
export function MakeReport({ choices, onMade }: MakeReportProps) {
  const { periods } = useSession();
  const [period, setPeriod] = useState(periods[0]?.key ?? '');
  const [about, setAbout] = useState(PROGRAMME);
  const [audience, setAudience] = useState(choices.audiences[0]?.key ?? '');
  const [format, setFormat] = useState(choices.formats[0]?.key ?? '');
  const [extent, setExtent] = useState('brief');
  const [written, setWritten] = useState(() => spokenIn(choices));
  const [left, setLeft] = useState<readonly string[]>([]);
  const subjects = choices.subjects.filter((one) => one.period === period);
  const asked = subjects.find((one) => nameOf(one) === about);
  const work = useWork(onMade);
  const chapters = choices.chapters.filter(({ key }) => !left.includes(key)).map(({ key }) => key);
  if (periods.length === 0) return <p>{t('When a release is published, reports of it can be made here.')}</p>;
  const running = work.job !== null && !isOver(work.job);
  return (
    <section className="stack" aria-labelledby="make">
      <h2 id="make">{t('Make a report')}</h2>
      <div className={styles['choices']}>
        <Choice
          label={t('Quarter')}
          value={period}
          options={periods.map(({ key, label }) => ({ value: key, label }))}
          onChange={setPeriod}
        />
        <Choice
          label={t('About')}
          value={asked === undefined ? PROGRAMME : nameOf(asked)}
          options={[
            { value: PROGRAMME, label: t('The programme') },
            ...subjects.map((one) => ({ value: nameOf(one), label: one.label })),
          ]}
          onChange={setAbout}
        />
        <Choice label={t('Written for')} value={audience} options={choices.audiences.map(optionOf)} onChange={setAudience} />
        <Choice label={t('Kind of file')} value={format} options={choices.formats.map(optionOf)} onChange={setFormat} />
        <Choice label={t('How much')} value={extent} options={EXTENTS} onChange={setExtent} />
        <Choice label={t('Language')} value={written} options={choices.languages.map(optionOf)} onChange={setWritten} />
      </div>
      <fieldset className={styles['parts']}>
        <legend>{t('Parts')}</legend>
        {choices.chapters.map(({ key, label }) => (
          <Checkbox
            key={key}
            label={label}
            checked={!left.includes(key)}
            onChange={(event) => setLeft(event.currentTarget.checked ? left.filter((one) => one !== key) : [...left, key])}
          />
        ))}
      </fieldset>
      <div>
        <Button
          size="md"
          disabled={work.busy || chapters.length === 0}
          onClick={() =>
            void work.ask(MAKE_REPORT, {
              input: { period, audience, format, extent, language: written, chapters, ...subjectOf(asked) },
            })
          }
        >
          {t('Make the report')}
        </Button>
      </div>
      <WorkProgress work={work} label={t('Making the report')} />
      {running ? (
        <div>
          <Button variant="default" onClick={() => void work.ask(CANCEL_REPORT, { it: work.job?.id })}>
            {t('Cancel')}
          </Button>
        </div>
      ) : null}
      {work.job?.state === 'done' ? <p role="status">{t('The report is made. It stands in the list below.')}</p> : null}
    </section>
  );
}
