import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { auditAddress } from './address.js';
import { AuditFrame } from './AuditFrame.js';
import { Answers } from './Answers.js';
import { Lacks } from './Lacks.js';
import { t } from '../language/index.js';

/** The fourth step: everything that was said, with a way back to each. */
export default function AuditCheckPage() {
  return (
    <AuditFrame title={t('Check your answers')}>
      {(audit) => (
        <>
          <Lacks audit={audit} />
          <Answers audit={audit} />
          <div>
            <Button size="md" component={Link} to={auditAddress(audit, 'sign-off')}>
              {t('Go on to sign off')}
            </Button>
          </div>
        </>
      )}
    </AuditFrame>
  );
}
