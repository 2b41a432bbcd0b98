import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { SIGN_IN, useAsk, WAYS_IN } from '../gateway/index.js';
import { Failed, Loading, PageHead, rich } from '../kit/index.js';
import { NOT_ANSWERING } from '../wording/index.js';
import styles from './access.module.css';
import { comeBack } from './come-back.js';
import { CodeForm } from './CodeForm.js';
import { Problem } from './Problem.js';
import { problemInWords } from './problems.js';
import { useSession } from './session.js';
import { t } from '../language/index.js';

interface Answer {
  readonly signIn: { readonly __typename: 'SignedIn' } | { readonly __typename: 'Refused'; readonly message: string };
}

interface WaysAnswer {
  readonly waysIn: { readonly password: boolean; readonly provider: string | null };
}

/** The organisation's own sign-in, or e-mail and password; pasting and password managers work. */
export default function SignInPage() {
  const { viewer, installation } = useSession();
  const [search] = useSearchParams();
  const { answer, failed, retry } = useAsk<WaysAnswer>(WAYS_IN);
  if (viewer !== null) return <Navigate to={comeBack(search.get('to'))} replace />;
  return (
    <div className={styles['page']}>
      <PageHead
        title={t('Sign in')}
        lead={
          installation.organisation === ''
            ? t('Mentoring at your organisation, without ever showing a person.')
            : t('Mentoring at {organisation}, without ever showing a person.', { organisation: installation.organisation })
        }
      />
      <Problem text={problemInWords(search.get('problem'), answer?.waysIn.provider ?? null)} />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={240} /> : <Ways {...answer.waysIn} />}
      {installation.sample ? (
        <p className="small quiet">
          {t('The sample accounts and their passwords were printed where this installation was started.')}
        </p>
      ) : null}
      <p className="small">
        {rich('No account? <a>Read what is collected and how it is protected</a>.', {
          a: (inside) => <Link to="/trust">{inside}</Link>,
        })}
      </p>
    </div>
  );
}

function Ways({ password, provider }: WaysAnswer['waysIn']) {
  return (
    <>
      {provider === null ? null : <ProviderButton label={provider} />}
      {provider !== null && password ? <p className="small quiet">{t('Or with a password that is kept here:')}</p> : null}
      {password ? <PasswordWays /> : null}
    </>
  );
}

/** With the password, or with the code with which one is chosen. */
function PasswordWays() {
  const [search] = useSearchParams();
  if (search.get('with') === 'code') return <CodeForm />;
  return (
    <>
      <SignInForm />
      <p className="small">
        {rich('Were you given a code? <a>Choose your password with it</a>.', {
          a: (inside) => <Link to="/sign-in?with=code">{inside}</Link>,
        })}
      </p>
    </>
  );
}

/** A link, since it leads away; the server remembers where the reader wanted to go. */
function ProviderButton({ label }: { readonly label: string }) {
  const [search] = useSearchParams();
  const to = comeBack(search.get('to'));
  return (
    <div>
      <Button component="a" href={`/api/sign-in/provider?to=${encodeURIComponent(to)}`} size="md">
        {t('Sign in with {label}', { label })}
      </Button>
    </div>
  );
}

/** Once the session knows the reader, the page itself leads on to where they wanted to go. */
function SignInForm() {
  const { renew } = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching }, signIn] = useMutation<Answer>(SIGN_IN);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { data } = await signIn({ email: form.get('email'), password: form.get('password') });
    if (data?.signIn.__typename !== 'SignedIn') return setProblem(data?.signIn.message ?? t(NOT_ANSWERING));
    renew();
  };
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <Problem text={problem} />
      <TextInput name="email" type="email" label={t('E-mail')} autoComplete="username" required withAsterisk={false} />
      <PasswordInput
        name="password"
        label={t('Password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('Show the password'), tabIndex: 0 }}
      />
      <div>
        <Button type="submit" size="md" loading={fetching} loaderProps={{ children: t('Signing in') }}>
          {t('Sign in')}
        </Button>
      </div>
    </form>
  );
}
