import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from './session.js';

/** Pages behind it need an account; after signing in the reader comes back to the address they wanted. */
export function RequireAccount() {
  const { viewer } = useSession();
  const { pathname, search } = useLocation();
  if (viewer !== null) return <Outlet />;
  const wanted = `${pathname}${search}`;
  return <Navigate to={wanted === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(wanted)}`} replace />;
}
