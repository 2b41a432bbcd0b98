import { Link } from 'react-router';
import { PageHead } from '../kit/index.js';
import { NOT_FOUND, NOT_FOUND_TITLE } from '../wording/index.js';
import { t } from '../language/index.js';

/** The same answer for what does not exist and for what the reader may not see. */
export default function NotFoundPage() {
  return (
    <>
      <PageHead title={t(NOT_FOUND_TITLE)} lead={t(NOT_FOUND)} />
      <ul>
        <li>
          <Link to="/">{t('Overview')}</Link>
        </li>
        <li>
          <Link to="/trust">{t('Trust centre')}</Link>
        </li>
      </ul>
    </>
  );
}
