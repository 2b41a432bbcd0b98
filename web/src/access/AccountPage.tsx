import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { CHANGE_PASSWORD, OWN_IDENTITY, useAsk } from '../gateway/index.js';
import { Notice, PageHead } from '../kit/index.js';
import { NOT_ANSWERING } from '../wording/index.js';
import styles from './access.module.css';
import { AlertsForm } from './AlertsForm.js';
import { Problem } from './Problem.js';
import { useSession } from './session.js';
import { t } from '../language/index.js';

interface Answer {
  readonly changePassword:
    { readonly __typename: 'PasswordChanged' } | { readonly __typename: 'Refused'; readonly message: string };
}

interface Identity {
  readonly ownIdentity: { readonly password: boolean } | null;
}

export default function AccountPage() {
  const { viewer } = useSession();
  const { answer } = useAsk<Identity>(OWN_IDENTITY);
  if (viewer === null) return null;
  return (
    <div className={styles['page']}>
      <PageHead
        title={t('Your account')}
        lead={`${viewer.email}, ${viewer.roleLabel}${viewer.scope === null ? '' : `, ${viewer.scope}`}`}
      />
      {viewer.mustChangePassword ? (
        <Notice tone="unsure">
          <p>{t('Your password is still the one that was made for you. Choose your own.')}</p>
        </Notice>
      ) : null}
      {answer?.ownIdentity?.password === true ? (
        <>
          <h2>{t('Change your password')}</h2>
          <PasswordForm />
        </>
      ) : null}
      {answer?.ownIdentity?.password === false ? (
        <p>{t('You sign in at your organisation. Your password is kept there.')}</p>
      ) : null}
      <AlertsForm />
    </div>
  );
}

function PasswordForm() {
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const [{ fetching }, change] = useMutation<Answer>(CHANGE_PASSWORD);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const { data } = await change({ current: fields.get('current'), next: fields.get('next') });
    const changed = data?.changePassword.__typename === 'PasswordChanged';
    setDone(changed);
    setProblem(changed ? null : data?.changePassword.__typename === 'Refused' ? data.changePassword.message : t(NOT_ANSWERING));
    if (changed) form.reset();
  };
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <Problem text={problem} />
      <div role="status">
        {done ? (
          <Notice tone="accepted">
            <p>{t('Your password is changed. Other sessions of yours have ended.')}</p>
          </Notice>
        ) : null}
      </div>
      <PasswordInput
        name="current"
        label={t('Password as it is')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('Show the password'), tabIndex: 0 }}
      />
      <PasswordInput
        name="next"
        label={t('New password')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('Show the new password'), tabIndex: 0 }}
      />
      <div>
        <Button type="submit" size="md" loading={fetching}>
          {t('Change password')}
        </Button>
      </div>
    </form>
  );
}
