import { Link } from 'react-router';
import { ACCESS_QUERY, type AccessRow, useAsk } from '../gateway/index.js';
import { Failed, Loading, PageHead, rich } from '../kit/index.js';
import { listed, OTHER_ROLES_TITLE } from '../wording/index.js';
import { landingOf } from './come-back.js';
import { readsOf } from './page-rights.js';
import { useSession } from './session.js';
import { language, t } from '../language/index.js';

type Row = Pick<AccessRow, 'resource' | 'verb' | 'label' | 'roles'>;

/** Says who opens a page, out of the table that the server asks on every request; whether it holds anything stays unsaid. */
export default function OtherRoles({ path }: { readonly path: string }) {
  const { viewer } = useSession();
  const { answer, failed, retry } = useAsk<{ trust: { access: readonly Row[] } }>(ACCESS_QUERY);
  if (viewer === null) return null;
  const asked = readsOf(path);
  const rows = (answer?.trust.access ?? []).filter(({ verb, resource }) => verb === 'read' && asked.includes(resource));
  return (
    <>
      <PageHead title={t(OTHER_ROLES_TITLE)} lead={t('You are signed in as {role}.', { role: inSentence(viewer.roleLabel) })} />
      {failed ? (
        <Failed retry={retry} />
      ) : answer === null ? (
        <Loading height={160} />
      ) : (
        rows.map((row) => <Who key={row.resource} row={row} />)
      )}
      <ul>
        <li>
          <Link to={landingOf(viewer.role)}>{t('Go to your own pages')}</Link>
        </li>
        <li>
          {rich('<a>Read who can see what</a>. Whoever looks after accounts gives roles.', {
            a: (inside) => <Link to="/trust/access">{inside}</Link>,
          })}
        </li>
      </ul>
    </>
  );
}

/** English writes roles small inside a sentence; German does not. */
const inSentence = (role: string): string => (language() === 'de' ? role : role.toLowerCase());

function Who({ row: { label, roles } }: { readonly row: Row }) {
  const open = roles.filter(({ reach }) => reach !== 'none').map(({ roleLabel }) => roleLabel);
  return <p>{t('{label}: open to {listed}.', { label, listed: listed(open) })}</p>;
}
