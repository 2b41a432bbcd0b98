import { createBrowserRouter } from 'react-router';
import { Landing, RequireAccount } from '../access/RequireAccount.js';
import { Arriving } from './Arriving.js';
import { Crashed } from './Crashed.js';
import { Shell } from './Shell.js';

/** A page that is fetched when somebody goes there. */
const page = (load: () => Promise<{ default: React.ComponentType }>) => async () => ({ Component: (await load()).default });

export const router = createBrowserRouter([
  {
    Component: Shell,
    ErrorBoundary: Crashed,
    HydrateFallback: Arriving,
    children: [
      { path: 'sign-in', lazy: page(() => import('../access/SignInPage.js')) },
      { path: 'trust', lazy: page(() => import('../trust/TrustPage.js')) },
      { path: 'trust/collect', lazy: page(() => import('../trust/CollectPage.js')) },
      { path: 'trust/access', lazy: page(() => import('../trust/AccessPage.js')) },
      { path: 'trust/protection', lazy: page(() => import('../trust/ProtectionPage.js')) },
      { path: 'trust/policies', lazy: page(() => import('../trust/PoliciesPage.js')) },
      { path: 'trust/changes', lazy: page(() => import('../trust/ChangesPage.js')) },
      { path: 'trust/methods', lazy: page(() => import('../trust/MethodsPage.js')) },
      { path: 'help', lazy: page(() => import('./HelpPage.js')) },
      { path: 'whats-new', lazy: page(() => import('../trust/ChangesPage.js')) },
      { path: 'verify', lazy: page(() => import('../reports/VerifyPage.js')) },
      { path: 'help/glossary', lazy: page(() => import('../trust/GlossaryPage.js')) },
      {
        Component: RequireAccount,
        children: [
          { index: true, lazy: page(() => import('./OverviewPage.js')) },
          { path: 'start', Component: Landing },
          { path: 'audits', lazy: page(() => import('../audits/AuditsPage.js')) },
          { path: 'audits/current', lazy: page(() => import('../audits/CurrentAuditPage.js')) },
          { path: 'audits/:period', lazy: page(() => import('../audits/AuditPage.js')) },
          { path: 'audits/:period/data', lazy: page(() => import('../audits/AuditDataPage.js')) },
          { path: 'audits/:period/findings', lazy: page(() => import('../audits/AuditFindingsPage.js')) },
          { path: 'audits/:period/findings/:key', lazy: page(() => import('../audits/AuditFindingPage.js')) },
          { path: 'audits/:period/actions', lazy: page(() => import('../audits/AuditActionsPage.js')) },
          { path: 'audits/:period/check', lazy: page(() => import('../audits/AuditCheckPage.js')) },
          { path: 'audits/:period/sign-off', lazy: page(() => import('../audits/AuditSignOffPage.js')) },
          { path: 'audits/:period/record', lazy: page(() => import('../audits/AuditRecordPage.js')) },
          { path: 'audits/:period/sheet', lazy: page(() => import('../audits/AuditSheetPage.js')) },
          { path: 'explore/:topic?', lazy: page(() => import('../measures/ExplorePage.js')) },
          { path: 'outcomes/:topic?', lazy: page(() => import('../measures/ExplorePage.js')) },
          { path: 'tracks', lazy: page(() => import('../tracks/TracksPage.js')) },
          { path: 'supply', lazy: page(() => import('../tracks/SupplyPage.js')) },
          { path: 'tracks/:key', lazy: page(() => import('../tracks/TrackPage.js')) },
          { path: 'tracks/:key/charter', lazy: page(() => import('../tracks/CharterPage.js')) },
          { path: 'reports', lazy: page(() => import('../reports/ReportsPage.js')) },
          { path: 'data/loads', lazy: page(() => import('../ingest/LoadsPage.js')) },
          { path: 'data/loads/:id', lazy: page(() => import('../ingest/LoadPage.js')) },
          { path: 'data/quality', lazy: page(() => import('../measures/QualityPage.js')) },
          { path: 'data/releases', lazy: page(() => import('../releases/ReleasesPage.js')) },
          { path: 'trust/documents', lazy: page(() => import('../trust/DocumentsPage.js')) },
          { path: 'trust/documents/:key', lazy: page(() => import('../trust/DocumentsPage.js')) },
          { path: 'data/reorganisations', lazy: page(() => import('../ingest/ReorganisationsPage.js')) },
          { path: 'data/requests', lazy: page(() => import('../trust/RightsPage.js')) },
          { path: 'trust/trail', lazy: page(() => import('../trust/TrailPage.js')) },
          { path: 'trust/certificates', lazy: page(() => import('../releases/CertificatesPage.js')) },
          { path: 'trust/certificates/:id', lazy: page(() => import('../releases/CertificatePage.js')) },
          { path: 'admin/accounts', lazy: page(() => import('../access/AccountsPage.js')) },
          { path: 'admin/tokens', lazy: page(() => import('../access/TokensPage.js')) },
          { path: 'account', lazy: page(() => import('../access/AccountPage.js')) },
        ],
      },
      { path: '*', lazy: page(() => import('./NotFoundPage.js')) },
    ],
  },
]);
