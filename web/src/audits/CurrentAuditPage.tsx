import { Navigate } from 'react-router';
import { useSession } from '../access/index.js';
import { AUDITS, type AuditSummary, useAsk } from '../gateway/index.js';
import { Failed, Loading } from '../kit/index.js';
import { auditAddress } from './address.js';

/** Leads to the newest audit of the reader's own branch, or to the list where there is none yet. */
export default function CurrentAuditPage() {
  const { viewer } = useSession();
  const { answer, failed, retry } = useAsk<{ audits: readonly AuditSummary[] }>(AUDITS);
  if (failed) return <Failed retry={retry} />;
  if (answer === null) return <Loading height={480} />;
  const own = answer.audits.find(({ scope }) => scope === (viewer?.scope ?? '')) ?? answer.audits[0];
  return <Navigate to={own === undefined ? '/audits' : auditAddress(own)} replace />;
}
