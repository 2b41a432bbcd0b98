import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMay } from '../access/index.js';
import {
  END_PACK,
  MAKE_PACK,
  type Pack,
  type Packs,
  PACKS_QUERY,
  type ReportChoices,
  SAVE_PACK,
  useAsk,
  useWork,
} from '../gateway/index.js';
import { Choice, type Column, DataTable, Failed, Loading, Notice, useChange, WorkProgress } from '../kit/index.js';
import styles from './reports.module.css';
import {
  extentName,
  EXTENTS,
  languageName,
  nameOf,
  optionOf,
  type PackSubject,
  PROGRAMME,
  spokenIn,
  subjectOf,
} from './report-options.js';
import { t } from '../language/index.js';

/** Reports that are made by themselves: what was saved, and saving another. */
export function PacksOfReports({ choices, onMade }: { readonly choices: ReportChoices; readonly onMade: () => void }) {
  const { answer, failed, retry } = useAsk<{ packs: Packs }>(PACKS_QUERY);
  const saves = useMay('write', 'reports');
  const { problem, busy, send } = useChange(retry);
  const work = useWork(onMade);
  if (failed) return <Failed retry={retry} />;
  if (answer === null) return <Loading height={160} />;
  const { packs, channels } = answer.packs;
  const change: Changing = {
    busy: busy || work.busy,
    make: (id) => void work.ask(MAKE_PACK, { it: id }),
    end: (id) => void send(END_PACK, { it: id }),
  };
  const columns = saves ? [...COLUMNS, changing(change)] : COLUMNS;
  return (
    <section className="stack" aria-labelledby="packs">
      <h2 id="packs">{t('Made at each publication')}</h2>
      <p>
        {t(
          'A pack is a report that is made whenever a release is published or, where it is about an audit, when two people have signed that. A letter or a webhook says that it is there and holds no result; whether its reader may see all of it is asked when it is delivered.',
        )}
      </p>
      {problem === null ? null : (
        <Notice tone="danger">
          <p>{problem}</p>
        </Notice>
      )}
      {packs.length === 0 ? (
        <p>{t('No pack is saved.')}</p>
      ) : (
        <DataTable caption={t('Packs')} captionHidden columns={columns} rows={packs} rowKey={({ id }) => id} />
      )}
      <WorkProgress work={work} label={t('Making the report of the pack')} />
      {work.job?.state === 'done' ? (
        <p role="status">{t('The report of the pack is made. It stands in the list above.')}</p>
      ) : null}
      {saves ? <SavePack choices={choices} channels={channels} busy={busy} save={(input) => send(SAVE_PACK, { input })} /> : null}
    </section>
  );
}

const whatOf = ({ about, format, extent, language }: Pack): string =>
  [about, format.toUpperCase(), extentName(extent), languageName(language)].join(', ');

const COLUMNS: readonly Column<Pack>[] = [
  { key: 'name', label: t('Pack'), render: ({ name }) => name },
  { key: 'what', label: t('What'), render: whatOf },
  { key: 'audience', label: t('Written for'), render: ({ audience }) => audience },
  { key: 'channels', label: t('Goes to'), render: ({ channels }) => channels.join('; ') || t('The list of reports') },
];

interface Changing {
  readonly busy: boolean;
  readonly make: (id: string) => void;
  readonly end: (id: string) => void;
}

const changing = ({ busy, make, end }: Changing): Column<Pack> => ({
  key: 'change',
  label: t('Change'),
  render: ({ id, name }) => (
    <span className={styles['buttons']}>
      <Button variant="default" disabled={busy} onClick={() => make(id)} aria-label={t('Make {name} now', { name })}>
        {t('Make now')}
      </Button>
      <Button variant="default" disabled={busy} onClick={() => end(id)} aria-label={t('End {name}', { name })}>
        {t('End')}
      </Button>
    </span>
  ),
});

interface SavePackProps {
  readonly choices: ReportChoices;
  readonly channels: Packs['channels'];
  readonly busy: boolean;
  readonly save: (input: Readonly<Record<string, unknown>>) => Promise<boolean>;
}

function SavePack({ choices, channels, busy, save }: SavePackProps) {
  const [audience, setAudience] = useState(choices.audiences[0]?.key ?? '');
  const [format, setFormat] = useState(choices.formats[0]?.key ?? '');
  const [extent, setExtent] = useState('brief');
  const [written, setWritten] = useState(() => spokenIn(choices));
  const [about, setAbout] = useState(PROGRAMME);
  const subjects = subjectsOfPacks(choices);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const [name, goes] = [given.get('name'), given.getAll('channel')];
    const chapters = given.getAll('part');
    const subject = subjectOf(subjects.find((one) => nameOf(one) === about));
    if (await save({ name, audience, format, extent, language: written, chapters, ...subject, channels: goes })) form.reset();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h3>{t('Save a pack')}</h3>
      <div className={styles['choices']}>
        <TextInput name="name" label={t('Name of the pack')} required minLength={3} maxLength={80} size="md" />
        <Choice
          label={t('Pack about')}
          value={about}
          options={[
            { value: PROGRAMME, label: t('The programme') },
            ...subjects.map((one) => ({ value: nameOf(one), label: one.label })),
          ]}
          onChange={setAbout}
        />
        <Choice label={t('Pack written for')} value={audience} options={choices.audiences.map(optionOf)} onChange={setAudience} />
        <Choice
          label={t('Kind of file of the pack')}
          value={format}
          options={choices.formats.map(optionOf)}
          onChange={setFormat}
        />
        <Choice label={t('How much of it')} value={extent} options={EXTENTS} onChange={setExtent} />
        <Choice
          label={t('Language of the pack')}
          value={written}
          options={choices.languages.map(optionOf)}
          onChange={setWritten}
        />
      </div>
      <Ticked legend={t('Parts of the pack')} name="part" options={choices.chapters} ticked />
      {channels.length === 0 ? (
        <p className="quiet">
          {t('It will stand in the list of reports. Whoever runs the server can name a folder, a mail server and webhooks.')}
        </p>
      ) : (
        <Ticked legend={t('Where it goes, beside the list of reports')} name="channel" options={channels} />
      )}
      <div>
        <Button type="submit" size="md" variant="default" loading={busy}>
          {t('Save the pack')}
        </Button>
      </div>
    </form>
  );
}

/** The audit of the programme, which every quarter has, and whatever else a report of some quarter could be about. */
function subjectsOfPacks({ subjects }: ReportChoices): PackSubject[] {
  const all: readonly PackSubject[] = [{ kind: 'audit', key: '', label: t('Equity audit of the programme') }, ...subjects];
  return [...new Map(all.map((one) => [nameOf(one), one])).values()];
}

interface TickedProps {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly key: string; readonly label: string }[];
  readonly ticked?: boolean;
}

const Ticked = ({ legend, name, options, ticked = false }: TickedProps) => (
  <fieldset className={styles['parts']}>
    <legend>{legend}</legend>
    {options.map(({ key, label }) => (
      <Checkbox key={key} name={name} value={key} label={label} defaultChecked={ticked} />
    ))}
  </fieldset>
);
