import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { SIGN_IN } from '../gateway/index.js';
import { Notice, PageHead } from '../kit/index.js';
import { NOT_ANSWERING } from '../wording/index.js';
import styles from './access.module.css';
import { comeBack, landingOf } from './come-back.js';
import { useSession } from './session.js';

interface Answer {
  readonly signIn: { readonly __typename: 'SignedIn' } | { readonly __typename: 'Refused'; readonly message: string };
}

/** E-mail and password; pasting and password managers work. */
export default function SignInPage() {
  const { viewer, installation } = useSession();
  const [search] = useSearchParams();
  if (viewer !== null) return <Navigate to={comeBack(search.get('to'), landingOf(viewer.role))} replace />;
  return (
    <div className={styles['page']}>
      <PageHead
        title="Sign in"
        lead={`Mentoring at ${installation.organisation || 'your organisation'}, without ever showing a person.`}
      />
      <SignInForm />
      {installation.sample ? (
        <p className="small quiet">The sample accounts and their passwords were printed where this installation was started.</p>
      ) : null}
      <p className="small">
        No account? <Link to="/trust">Read what is collected and how it is protected</Link>.
      </p>
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
    if (data?.signIn.__typename !== 'SignedIn') return setProblem(data?.signIn.message ?? NOT_ANSWERING);
    renew();
  };
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <Problem text={problem} />
      <TextInput name="email" type="email" label="E-mail" autoComplete="username" required withAsterisk={false} />
      <PasswordInput
        name="password"
        label="Password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
      />
      <div>
        <Button type="submit" size="md" loading={fetching} loaderProps={{ children: 'Signing in' }}>
          Sign in
        </Button>
      </div>
    </form>
  );
}

/** The summary of what went wrong; it takes the focus and the tab's title says so. */
export function Problem({ text }: { readonly text: string | null }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text === null) return;
    document.title = `Error: ${document.title.replace(/^Error: /, '')}`;
    summary.current?.focus();
  }, [text]);
  if (text === null) return null;
  return (
    <div ref={summary} tabIndex={-1} role="alert">
      <Notice tone="danger" title="There is a problem">
        <p>{text}</p>
      </Notice>
    </div>
  );
}
