import { useParams, useSearchParams } from 'react-router';
import type { AuditSummary } from '../gateway/index.js';

/** Which audit an address names. */
export interface AuditName {
  readonly period: string;
  readonly scope: string;
}

/** The address of an audit, or of a part of it. */
export function auditAddress({ period, scope }: Pick<AuditSummary, 'period' | 'scope'>, part = ''): string {
  const query = scope === '' ? '' : `?scope=${encodeURIComponent(scope)}`;
  return `/audits/${period}${part === '' ? '' : `/${part}`}${query}`;
}

export const findingAddress = (name: AuditName, key: string): string => auditAddress(name, `findings/${encodeURIComponent(key)}`);

export function useAuditName(): AuditName {
  const { period = '' } = useParams();
  const [search] = useSearchParams();
  return { period, scope: search.get('scope') ?? '' };
}
