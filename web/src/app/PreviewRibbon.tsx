import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useSession } from '../access/index.js';
import { END_PREVIEW } from '../gateway/index.js';
import styles from './shell.module.css';

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
        You see what this role sees: <strong>{viewer.roleLabel}</strong>
        {viewer.scope === null ? '' : `, ${viewer.scope}`}. Nothing can be changed here.
      </p>
      <Button variant="default" loading={fetching} onClick={() => void back()}>
        Back to your own role
      </Button>
    </div>
  );
}
