import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useSession } from '../access/index.js';
import { type AccessCell, BEGIN_PREVIEW } from '../gateway/index.js';
import { Choice, Notice } from '../kit/index.js';
import { FAILED } from '../wording/index.js';
import styles from './trust.module.css';
import { t } from '../language/index.js';

interface Begun {
  readonly beginPreview: { readonly __typename: string; readonly message?: string };
}

/** The role whose results are narrowed to a branch of the team tree. */
const NARROWED = 'engineering-manager';

/** Lets an auditor see every page as a role sees it. The server answers as that role; every look is on the trail. */
export function PreviewForm({ roles }: { readonly roles: readonly AccessCell[] }) {
  const { renew } = useSession();
  const navigate = useNavigate();
  const [role, setRole] = useState(roles[0]?.role ?? '');
  const [scope, setScope] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching }, begin] = useMutation<Begun>(BEGIN_PREVIEW);
  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const path = role === NARROWED && scope.trim() !== '' ? scope.trim() : null;
    const { data } = await begin({ role, scope: path });
    if (data?.beginPreview.__typename !== 'Previewing') return setProblem(data?.beginPreview.message ?? t(FAILED));
    await navigate('/');
    renew();
  };
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">{t('See what a role sees')}</h2>
      <p>
        {t(
          'All pages, tables and files answer as they answer that role, and never with more than you may see yourself. Nothing can be changed meanwhile. That you looked, and at what, is on the audit trail.',
        )}
      </p>
      <form className={styles['filters']} onSubmit={(event) => void look(event)}>
        <Choice
          label={t('Role')}
          value={role}
          options={roles.map((one) => ({ value: one.role, label: one.roleLabel }))}
          onChange={setRole}
        />
        {role === NARROWED ? (
          <TextInput
            label={t('Branch of the team tree')}
            placeholder={t('eng/platform; empty is all')}
            value={scope}
            maxLength={200}
            onChange={(event) => setScope(event.currentTarget.value)}
          />
        ) : null}
        <Button type="submit" loading={fetching}>
          {t('See what this role sees')}
        </Button>
      </form>
      {problem === null ? null : (
        <Notice tone="danger">
          <p role="alert">{problem}</p>
        </Notice>
      )}
    </section>
  );
}
