import { Button, Menu } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { useClient, useMutation } from 'urql';
import { useSession } from '../access/index.js';
import { OWN_IDENTITY, SIGN_OUT } from '../gateway/index.js';
import styles from './shell.module.css';
import { t } from '../language/index.js';

interface Identity {
  readonly ownIdentity: { readonly signOutAddress: string | null } | null;
}

/** Who is signed in, as a role; the address is the reader's own. */
export function AccountMenu() {
  const { viewer, renew } = useSession();
  const navigate = useNavigate();
  const client = useClient();
  const [, signOut] = useMutation(SIGN_OUT);
  if (viewer === null)
    return (
      <Button component={Link} to="/sign-in" size="md">
        {t('Sign in')}
      </Button>
    );
  const leave = async (): Promise<void> => {
    const { data } = await client.query<Identity>(OWN_IDENTITY, {}, { requestPolicy: 'network-only' });
    await signOut({});
    const elsewhere = data?.ownIdentity?.signOutAddress;
    // The provider would open the next session without a question; it is asked to end its own, and leads back here.
    if (elsewhere) return window.location.assign(elsewhere);
    await navigate('/sign-in');
    renew();
  };
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" size="md" className={styles['account'] ?? ''}>
          {viewer.roleLabel}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {viewer.email}
          {viewer.scope === null ? '' : ` · ${viewer.scope}`}
        </Menu.Label>
        <Menu.Item component={Link} to="/account">
          {t('Your account')}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>{t('Sign out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
