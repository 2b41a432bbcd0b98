import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ACCOUNTS, ASSIGN_ROLE, DISABLE_ACCOUNT, ENABLE_ACCOUNT, INVITE, RECOVER_ACCOUNT, useAsk } from '../gateway/index.js';
import { Choice, type Column, DataTable, Failed, Loading, PageHead } from '../kit/index.js';
import { stamp } from '../wording/index.js';
import { OutcomeNotice } from './OutcomeNotice.js';
import { useMay, useSession } from './session.js';
import { type Change, useChange } from './use-change.js';
import { t } from '../language/index.js';

interface Account {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly scope: string | null;
  readonly signIn: string;
  readonly roleFrom: string;
  readonly disabled: boolean;
  readonly waitsForOwner: boolean;
  readonly recoveredAt: string | null;
  readonly recoveredBy: string | null;
}

interface Ways {
  readonly password: boolean;
  readonly provider: string | null;
}

interface Answer {
  readonly accounts: readonly Account[];
  readonly waysIn: Ways;
}

const ROLES = [
  { value: 'engineering-manager', label: t('Engineering manager') },
  { value: 'programme-owner', label: t('Programme owner') },
  { value: 'executive', label: t('Executive') },
  { value: 'data-steward', label: t('Data steward') },
  { value: 'auditor', label: t('Auditor (works council, privacy)') },
  { value: 'administrator', label: t('Administrator') },
  { value: 'employee', label: t('Any employee') },
];

/** Who may sign in, as what. Administrators change it; auditors see it. */
export default function AccountsPage() {
  const { answer, failed, retry } = useAsk<Answer>(ACCOUNTS);
  const change = useChange(retry);
  const writes = useMay('write', 'identities');
  return (
    <>
      <PageHead
        title={t('Accounts')}
        lead={t('Who may sign in, and as what. Every change here is on the audit trail, for the auditor to see.')}
      />
      <div className="stack-wide">
        <OutcomeNotice outcome={change.outcome} title={t('The code is shown this once')} />
        {failed ? <Failed retry={retry} /> : null}
        {answer === null && !failed ? <Loading height={240} /> : null}
        {answer === null ? null : <AccountTable accounts={answer.accounts} change={writes ? change : null} />}
        {answer !== null && writes ? <InviteForm change={change} ways={answer.waysIn} /> : null}
        {answer !== null && writes ? <RoleForm change={change} accounts={answer.accounts} /> : null}
      </div>
    </>
  );
}

const recoveredInWords = ({ recoveredAt, recoveredBy }: Account): string =>
  recoveredAt === null ? '\u2013' : t('{stamp}, by {who}', { stamp: stamp(recoveredAt), who: recoveredBy ?? t('somebody') });

const COLUMNS: readonly Column<Account>[] = [
  { key: 'email', label: t('Account'), render: ({ email }) => email },
  { key: 'role', label: t('Role'), render: ({ roleLabel, scope }) => (scope === null ? roleLabel : `${roleLabel}, ${scope}`) },
  { key: 'decided', label: t('Role decided by'), render: ({ roleFrom }) => DECIDED[roleFrom] ?? roleFrom },
  {
    key: 'signIn',
    label: t('Signs in'),
    render: ({ signIn }) => (signIn === 'password' ? t('With a password') : t('At the organisation')),
  },
  { key: 'state', label: t('State'), render: stateOf },
  { key: 'recovered', label: t('Password taken away'), render: recoveredInWords },
];

const DECIDED: Readonly<Record<string, string>> = {
  administrator: t('An administrator'),
  claims: t('The identity provider'),
  directory: t('The directory'),
};

function stateOf({ disabled, waitsForOwner }: Account): string {
  if (disabled) return t('Closed');
  return waitsForOwner ? t('Waits for its owner') : t('Open##state');
}

function AccountTable({ accounts, change }: { readonly accounts: readonly Account[]; readonly change: Change | null }) {
  const { viewer } = useSession();
  const actions: Column<Account> = {
    key: 'actions',
    label: t('What you can do'),
    render: (account) =>
      account.email === viewer?.email || change === null ? t('Your own') : <Actions account={account} change={change} />,
  };
  const columns = change === null ? COLUMNS : [...COLUMNS, actions];
  return <DataTable caption={t('All accounts')} captionHidden columns={columns} rows={accounts} rowKey={({ id }) => id} />;
}

function Actions({ account: { id, email, disabled, signIn }, change }: { readonly account: Account; readonly change: Change }) {
  const act = (mutation: string) => (): void => void change.send(mutation, { id });
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="sm"
        aria-label={disabled ? t('Open {email}', { email }) : t('Close {email}', { email })}
        onClick={act(disabled ? ENABLE_ACCOUNT : DISABLE_ACCOUNT)}
      >
        {disabled ? t('Open') : t('Close')}
      </Button>
      {signIn === 'password' && !disabled ? (
        <Button variant="default" size="sm" aria-label={t('New password for {email}', { email })} onClick={act(RECOVER_ACCOUNT)}>
          {t('New password')}
        </Button>
      ) : null}
    </Group>
  );
}

function InviteForm({ change, ways }: { readonly change: Change; readonly ways: Ways }) {
  const [role, setRole] = useState('engineering-manager');
  const [atProvider, setAtProvider] = useState(!ways.password);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    if (await change.send(INVITE, { email: fields.get('email'), role, scope: teamOf(fields), atProvider })) form.reset();
  };
  return (
    <section className="stack" aria-labelledby="invite">
      <h2 id="invite">{t('A new account')}</h2>
      <form className="stack" onSubmit={(event) => void send(event)} noValidate>
        <TextInput name="email" type="email" label={t('E-mail')} autoComplete="off" />
        <Choice label={t('Role')} value={role} options={ROLES} onChange={setRole} />
        <TextInput
          name="scope"
          label={t('Branch of the team tree')}
          description={t('Empty is the whole organisation')}
          autoComplete="off"
        />
        {ways.password && ways.provider !== null ? (
          <Checkbox
            size="md"
            label={t('Signs in with {provider}', { provider: ways.provider })}
            checked={atProvider}
            onChange={(event) => setAtProvider(event.currentTarget.checked)}
          />
        ) : null}
        <div>
          <Button type="submit" size="md" loading={change.busy}>
            {t('Add this account')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function RoleForm({ change, accounts }: { readonly change: Change; readonly accounts: readonly Account[] }) {
  const { viewer } = useSession();
  const others = accounts.filter(({ email }) => email !== viewer?.email);
  const [id, setId] = useState(others[0]?.id ?? '');
  const [role, setRole] = useState(others[0]?.role ?? 'employee');
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void change.send(ASSIGN_ROLE, { id, role, scope: teamOf(new FormData(event.currentTarget)) });
  };
  if (others.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="role">
      <h2 id="role">{t('Another role')}</h2>
      <form className="stack" onSubmit={send} noValidate>
        <Choice
          label={t('Account')}
          value={id}
          options={others.map((one) => ({ value: one.id, label: one.email }))}
          onChange={setId}
        />
        <Choice label={t('Its role from now on')} value={role} options={ROLES} onChange={setRole} />
        <TextInput
          name="scope"
          label={t('Its branch of the team tree')}
          description={t('Empty is the whole organisation')}
          autoComplete="off"
        />
        <div>
          <Button type="submit" size="md" loading={change.busy}>
            {t('Give this role')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** A text field of a form; empty is the whole organisation. */
function teamOf(fields: FormData): string | null {
  const text = fields.get('scope');
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}
