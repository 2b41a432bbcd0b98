import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ADD_DIRECTORY_TOKEN, ADD_SERVICE_TOKEN, REVOKE_SERVICE_TOKEN, SERVICE_TOKENS, useAsk } from '../gateway/index.js';
import { Choice, type Column, DataTable, Failed, Loading, PageHead } from '../kit/index.js';
import { stamp } from '../wording/index.js';
import { OutcomeNotice } from './OutcomeNotice.js';
import { useMay } from './session.js';
import { type Change, useChange } from './use-change.js';
import { t } from '../language/index.js';

interface Token {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly string[];
  readonly files: readonly string[];
  readonly columns: readonly string[] | null;
  readonly specialReason: string | null;
  readonly control: boolean;
  readonly directory: boolean;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

/** Which systems may send what, until when. Administrators make and end tokens; auditors see them. */
export default function TokensPage() {
  const { answer, failed, retry } = useAsk<{ serviceTokens: readonly Token[] }>(SERVICE_TOKENS);
  const change = useChange(retry);
  const writes = useMay('write', 'identities');
  return (
    <>
      <PageHead
        title={t('Tokens of systems')}
        lead={t('What other systems show instead of a password. A token may send what is named here, and nothing else.')}
      />
      <div className="stack-wide">
        <OutcomeNotice outcome={change.outcome} title={t('The token is shown this once')} />
        {failed ? <Failed retry={retry} /> : null}
        {answer === null && !failed ? <Loading height={240} /> : null}
        {answer === null ? null : <TokenTable tokens={answer.serviceTokens} change={writes ? change : null} />}
        {writes ? <TokenForm change={change} /> : null}
        {writes ? <DirectoryForm change={change} /> : null}
      </div>
    </>
  );
}

const sendsInWords = ({ files, columns, directory }: Token): string =>
  [...(directory ? [t('accounts and groups')] : []), ...(columns ?? files)].join(', ');

const COLUMNS: readonly Column<Token>[] = [
  { key: 'name', label: t('Token'), render: ({ name }) => name },
  { key: 'sources', label: t('Speaks for'), render: ({ sources }) => sources.join(', ') },
  { key: 'files', label: t('Sends'), render: sendsInWords },
  { key: 'special', label: t('Personal characteristics'), render: ({ specialReason }) => specialReason ?? t('No') },
  { key: 'control', label: t('Performance bands'), render: ({ control }) => (control ? t('Yes') : t('No')) },
  { key: 'holds', label: t('Holds'), render: holdsInWords },
];

function holdsInWords({ expiresAt, revokedAt }: Token): string {
  if (revokedAt !== null) return t('Ended {stamp}', { stamp: stamp(revokedAt) });
  const until = { stamp: stamp(expiresAt) };
  return Date.parse(expiresAt) < Date.now() ? t('Ended {stamp}', until) : t('Until {stamp}', until);
}

function TokenTable({ tokens, change }: { readonly tokens: readonly Token[]; readonly change: Change | null }) {
  if (tokens.length === 0) return <p>{t('No system has a token.')}</p>;
  const end = (name: string) => (): void => void change?.send(REVOKE_SERVICE_TOKEN, { name });
  const action: Column<Token> = {
    key: 'end',
    label: t('What you can do'),
    render: ({ name, revokedAt }) =>
      revokedAt === null ? (
        <Button variant="default" size="sm" aria-label={t('End {name}', { name })} onClick={end(name)}>
          {t('End')}
        </Button>
      ) : (
        '\u2013'
      ),
  };
  const columns = change === null ? COLUMNS : [...COLUMNS, action];
  return <DataTable caption={t('All tokens')} captionHidden columns={columns} rows={tokens} rowKey={({ id }) => id} />;
}

function TokenForm({ change }: { readonly change: Change }) {
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const words = (name: string): string[] =>
      textOf(fields, name)
        .split(/[\s,]+/)
        .filter((word) => word !== '');
    const asked = {
      name: textOf(fields, 'name'),
      sources: words('sources'),
      files: words('files'),
      days: Number(textOf(fields, 'days')),
    };
    if (await change.send(ADD_SERVICE_TOKEN, asked)) form.reset();
  };
  return (
    <section className="stack" aria-labelledby="new-token">
      <h2 id="new-token">{t('A new token')}</h2>
      <p>
        {t(
          'Personal characteristics, performance bands and single columns are given by the command line, where a reason is asked for.',
        )}
      </p>
      <form className="stack" onSubmit={(event) => void send(event)} noValidate>
        <TextInput name="name" label={t('Name')} autoComplete="off" />
        <TextInput name="sources" label={t('Speaks for')} description={t('The senders, like lms')} autoComplete="off" />
        <TextInput name="files" label={t('Sends')} description={t('The files, like skill_checks')} autoComplete="off" />
        <TextInput name="days" label={t('Days')} type="number" defaultValue={90} min={1} max={366} />
        <div>
          <Button type="submit" size="md" loading={change.busy}>
            {t('Make the token')}
          </Button>
        </div>
      </form>
    </section>
  );
}

const PEOPLE = [
  { value: '', label: t('Nothing: accounts and groups alone') },
  { value: 'employeeNumber', label: t('Who they are, by employee number') },
  { value: 'externalId', label: t('Who they are, by external id') },
  { value: 'userName', label: t('Who they are, by user name') },
];

function DirectoryForm({ change }: { readonly change: Change }) {
  const [people, setPeople] = useState('');
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const [name, source] = [textOf(fields, 'directory'), textOf(fields, 'source')];
    const asked = { name, source, people: people === '' ? null : people, days: Number(textOf(fields, 'holds')) };
    if (await change.send(ADD_DIRECTORY_TOKEN, asked)) form.reset();
  };
  return (
    <section className="stack" aria-labelledby="directory">
      <h2 id="directory">{t('A token for the organisation’s directory')}</h2>
      <p>{t('With it a directory keeps accounts and groups here by SCIM, at /scim/v2.')}</p>
      <form className="stack" onSubmit={(event) => void send(event)} noValidate>
        <TextInput name="directory" label={t('Name of the directory')} autoComplete="off" />
        <TextInput
          name="source"
          label={t('Its source')}
          description={t('The sender as which it speaks, like hr')}
          autoComplete="off"
        />
        <Choice label={t('What it says of people')} value={people} options={PEOPLE} onChange={setPeople} />
        <TextInput name="holds" label={t('Days that it holds')} type="number" defaultValue={366} min={1} max={366} />
        <div>
          <Button type="submit" size="md" loading={change.busy}>
            {t('Make the token of the directory')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
