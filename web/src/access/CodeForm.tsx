import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { REDEEM_CODE } from '../gateway/index.js';
import { NOT_ANSWERING } from '../wording/index.js';
import { Problem } from './Problem.js';
import { useSession } from './session.js';
import { t } from '../language/index.js';

interface Answer {
  readonly redeemCode: { readonly __typename: 'SignedIn' } | { readonly __typename: 'Refused'; readonly message: string };
}

/** The first password of an account, or the next after an administrator took the old one away. */
export function CodeForm() {
  const { renew } = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching }, redeem] = useMutation<Answer>(REDEEM_CODE);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { data } = await redeem({ email: form.get('email'), code: form.get('code'), next: form.get('next') });
    if (data?.redeemCode.__typename !== 'SignedIn') return setProblem(data?.redeemCode.message ?? t(NOT_ANSWERING));
    renew();
  };
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <Problem text={problem} />
      <TextInput name="email" type="email" label={t('E-mail')} autoComplete="username" required withAsterisk={false} />
      <TextInput name="code" label={t('Code')} autoComplete="one-time-code" required withAsterisk={false} />
      <PasswordInput
        name="next"
        label={t('New password')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('Show the new password'), tabIndex: 0 }}
      />
      <div>
        <Button type="submit" size="md" loading={fetching}>
          {t('Choose this password')}
        </Button>
      </div>
      <p className="small">
        <Link to="/sign-in">{t('Sign in with a password')}</Link>
      </p>
    </form>
  );
}
