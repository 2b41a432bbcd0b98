import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ADD_DIRECTORY_TOKEN, ADD_SERVICE_TOKEN, REVOKE_SERVICE_TOKEN, SERVICE_TOKENS, useAsk } from '../gateway/index.js';
import { Choice, type Column, DataTable, Failed, Loading, PageHead } from '../kit/index.js';
import { stamp } from '../wording/index.js';
import { OutcomeNotice } from './OutcomeNotice.js';
import { useMay } from './session.js';
import { type Change, useChange } from './use-change.js';

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
        title="Tokens of systems"
        lead="What other systems show instead of a password. A token may send what is named here, and nothing else."
      />
      <div className="stack-wide">
        <OutcomeNotice outcome={change.outcome} what="The token" />
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
  [...(directory ? ['accounts and groups'] : []), ...(columns ?? files)].join(', ');

const COLUMNS: readonly Column<Token>[] = [
  { key: 'name', label: 'Token', render: ({ name }) => name },
  { key: 'sources', label: 'Speaks for', render: ({ sources }) => sources.join(', ') },
  { key: 'files', label: 'Sends', render: sendsInWords },
  { key: 'special', label: 'Personal characteristics', render: ({ specialReason }) => specialReason ?? 'No' },
  { key: 'control', label: 'Performance bands', render: ({ control }) => (control ? 'Yes' : 'No') },
  { key: 'holds', label: 'Holds', render: holdsInWords },
];

function holdsInWords({ expiresAt, revokedAt }: Token): string {
  if (revokedAt !== null) return `Ended ${stamp(revokedAt)}`;
  return `${Date.parse(expiresAt) < Date.now() ? 'Ended' : 'Until'} ${stamp(expiresAt)}`;
}

function TokenTable({ tokens, change }: { readonly tokens: readonly Token[]; readonly change: Change | null }) {
  if (tokens.length === 0) return <p>No system has a token.</p>;
  const end = (name: string) => (): void => void change?.send(REVOKE_SERVICE_TOKEN, { name });
  const action: Column<Token> = {
    key: 'end',
    label: 'What you can do',
    render: ({ name, revokedAt }) =>
      revokedAt === null ? (
        <Button variant="default" size="sm" aria-label={`End ${name}`} onClick={end(name)}>
          End
        </Button>
      ) : (
        '\u2013'
      ),
  };
  const columns = change === null ? COLUMNS : [...COLUMNS, action];
  return <DataTable caption="All tokens" captionHidden columns={columns} rows={tokens} rowKey={({ id }) => id} />;
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
      <h2 id="new-token">A new token</h2>
      <p>
        Personal characteristics, performance bands and single columns are given by the command line, where a reason is asked for.
      </p>
      <form className="stack" onSubmit={(event) => void send(event)} noValidate>
        <TextInput name="name" label="Name" autoComplete="off" />
        <TextInput name="sources" label="Speaks for" description="The senders, like lms" autoComplete="off" />
        <TextInput name="files" label="Sends" description="The files, like skill_checks" autoComplete="off" />
        <TextInput name="days" label="Days" type="number" defaultValue={90} min={1} max={366} />
        <div>
          <Button type="submit" size="md" loading={change.busy}>
            Make the token
          </Button>
        </div>
      </form>
    </section>
  );
}

const PEOPLE = [
  { value: '', label: 'Nothing: accounts and groups alone' },
  { value: 'employeeNumber', label: 'Who they are, by employee number' },
  { value: 'externalId', label: 'Who they are, by external id' },
  { value: 'userName', label: 'Who they are, by user name' },
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
      <h2 id="directory">A token for the organisation’s directory</h2>
      <p>With it a directory keeps accounts and groups here by SCIM, at /scim/v2.</p>
      <form className="stack" onSubmit={(event) => void send(event)} noValidate>
        <TextInput name="directory" label="Name of the directory" autoComplete="off" />
        <TextInput name="source" label="Its source" description="The sender as which it speaks, like hr" autoComplete="off" />
        <Choice label="What it says of people" value={people} options={PEOPLE} onChange={setPeople} />
        <TextInput name="holds" label="Days that it holds" type="number" defaultValue={366} min={1} max={366} />
        <div>
          <Button type="submit" size="md" loading={change.busy}>
            Make the token of the directory
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
