import { lazy, Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Loading } from '../kit/index.js';
import { landingOf } from './come-back.js';
import { mayOpen } from './page-rights.js';
import { useSession } from './session.js';

const OtherRoles = lazy(() => import('./OtherRoles.js'));

/**
 * Pages behind it need an account that may read what they show; after signing in the reader comes back to the address
 * they wanted. It only spares a reader an empty page: the server decides again on every request.
 */
export function RequireAccount() {
  const { viewer } = useSession();
  const { pathname, search } = useLocation();
  const wanted = `${pathname}${search}`;
  if (viewer === null) return <Navigate to={wanted === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(wanted)}`} replace />;
  if (mayOpen(viewer, pathname)) return <Outlet />;
  return (
    <Suspense fallback={<Loading height={320} />}>
      <OtherRoles path={pathname} />
    </Suspense>
  );
}

/** Where a reader begins who wanted nothing in particular. */
export function Landing() {
  const { viewer } = useSession();
  return <Navigate to={viewer === null ? '/sign-in' : landingOf(viewer.role)} replace />;
}
