import { Button, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useMay } from '../access/index.js';
import {
  ENTER_REORGANISATION,
  type Reorganisation,
  type ReorganisationMap,
  REORGANISATIONS,
  useAsk,
  WITHDRAW_REORGANISATION,
} from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, Notice, PageHead, useChange } from '../kit/index.js';
import { saying, t } from '../language/index.js';
import { calendarDate } from '../wording/index.js';
import styles from './ingest.module.css';

/** Which team became which: what a series of a team is joined by, and what breaks it. */
export default function ReorganisationsPage() {
  const { answer, failed, retry } = useAsk<{ reorganisations: ReorganisationMap }>(REORGANISATIONS);
  const change = useChange(retry);
  const writes = useMay('write', 'reorganisations');
  return (
    <>
      <PageHead
        title={t('Reorganisations')}
        lead={t(
          'Say which team became which. The quarters of a team that was renamed or moved are joined, and its managers keep their view. Published results stay as they are.',
        )}
      />
      {failed ? <Failed retry={retry} /> : null}
      {answer === null ? (
        failed ? null : (
          <Loading height={320} />
        )
      ) : (
        <div className="stack-wide">
          {change.problem === null ? null : (
            <Notice tone="danger" title={t('There is a problem')}>
              <p>{change.problem}</p>
            </Notice>
          )}
          <Entries
            entries={answer.reorganisations.entries}
            withdraw={writes ? (no) => void change.send(WITHDRAW_REORGANISATION, { no }) : null}
          />
          {writes ? <EntryForm change={change} teams={answer.reorganisations.teams} /> : null}
        </div>
      )}
    </>
  );
}

const EFFECTS: Readonly<Record<string, string>> = {
  moved: saying('Joined: it is the same team'),
  merged: saying('Broken [b]: teams were merged'),
  split: saying('Broken [b]: a team was split'),
  redrawn: saying('Broken [b]: teams were drawn anew'),
};

interface EntriesProps {
  readonly entries: readonly Reorganisation[];
  readonly withdraw: ((no: number) => void) | null;
}

function Entries({ entries, withdraw }: EntriesProps) {
  if (entries.length === 0)
    return <p>{t('Nothing was entered. A team that changes its name begins a new series until you say which one it was.')}</p>;
  const columns: Column<Reorganisation>[] = [
    { key: 'day', label: t('First day'), render: ({ on }) => calendarDate(on) },
    { key: 'what', label: t('What happened'), render: ({ sentence }) => sentence },
    { key: 'effect', label: t('Quarters before and after'), render: ({ kind }) => t(EFFECTS[kind] ?? kind) },
    ...(withdraw === null ? [] : [takeBack(withdraw)]),
  ];
  return (
    <DataTable
      caption={t('Reorganisations, the newest first')}
      captionHidden
      columns={columns}
      rows={entries}
      rowKey={({ no }) => String(no)}
    />
  );
}

const takeBack = (withdraw: (no: number) => void): Column<Reorganisation> => ({
  key: 'back',
  label: t('What you can do'),
  render: ({ no, sentence }) => (
    <Button variant="default" size="sm" onClick={() => withdraw(no)} aria-label={t('Take back: {sentence}', { sentence })}>
      {t('Take back')}
    </Button>
  ),
});

interface EntryFormProps {
  readonly change: ReturnType<typeof useChange>;
  readonly teams: readonly string[];
}

function EntryForm({ change, teams }: EntryFormProps) {
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const entry = { on: textOf(fields, 'on'), from: linesOf(fields, 'from'), to: linesOf(fields, 'to') };
    if (await change.send(ENTER_REORGANISATION, { entry })) form.reset();
  };
  return (
    <section className="stack" aria-labelledby="enter">
      <h2 id="enter">{t('A reorganisation')}</h2>
      <form className={`stack ${styles['source']}`} onSubmit={(event) => void send(event)} noValidate>
        <TextInput name="on" type="date" label={t('First day of the new teams')} />
        <Textarea
          name="from"
          label={t('Teams as they were')}
          description={t('Their paths, one in a line. One team before and one after is a new name or a new place.')}
          autosize
          minRows={2}
          maxRows={8}
        />
        <Textarea
          name="to"
          label={t('Teams as they are')}
          description={t('Their paths as your files give them, one in a line. Teams below a renamed one follow by themselves.')}
          autosize
          minRows={2}
          maxRows={8}
        />
        <div>
          <Button type="submit" size="md" loading={change.busy}>
            {t('Record the reorganisation')}
          </Button>
        </div>
      </form>
      <details>
        <summary>{t('Teams of published quarters')}</summary>
        {teams.length === 0 ? <p>{t('No quarter is published yet.')}</p> : <Teams teams={teams} />}
      </details>
    </section>
  );
}

const Teams = ({ teams }: Pick<EntryFormProps, 'teams'>) => (
  <ul>
    {teams.map((team) => (
      <li key={team}>
        <code>{team}</code>
      </li>
    ))}
  </ul>
);

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

const linesOf = (fields: FormData, name: string): string[] =>
  textOf(fields, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
