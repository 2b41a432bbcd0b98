import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useSession } from '../access/index.js';
import { rich } from '../kit/index.js';
import { END_PREVIEW } from '../gateway/index.js';
import styles from './shell.module.css';
import { t } from '../language/index.js';

/** Says on every page that it is another role's, and leads back. */
export function PreviewRibbon() {
  const { viewer, renew } = useSession();
  const navigate = useNavigate();
  const [{ fetching }, end] = useMutation(END_PREVIEW);
  if (!viewer || viewer.previewedBy === null) return null;
  const back = async (): Promise<void> => {
    await end({});
    await navigate('/trust/access');
    renew();
  };
  return (
    <div className={styles['preview']} role="note">
      <p>
        {rich('You see what this role sees: <b>{role}</b>{scope}. Nothing can be changed here.', {
          role: viewer.roleLabel,
          scope: viewer.scope === null ? '' : `, ${viewer.scope}`,
          b: (inside) => <strong>{inside}</strong>,
        })}
      </p>
      <Button variant="default" loading={fetching} onClick={() => void back()}>
        {t('Back to your own role')}
      </Button>
    </div>
  );
}
