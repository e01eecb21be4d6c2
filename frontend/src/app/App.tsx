import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation, useParams } from 'react-router';
import { intend } from '@/features/session/intentions';
import { useSession } from '@/features/session/session';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ErrorBoundary } from './ErrorBoundary';
import { NotFoundPage } from './NotFoundPage';
import { Shell } from './Shell';

const WelcomePage = lazy(() => import('@/features/welcome/WelcomePage'));
const LoginPage = lazy(() => import('@/features/session/LoginPage'));
const OverviewPage = lazy(() => import('@/features/overview/OverviewPage'));
const PortfoliosPage = lazy(() => import('@/features/portfolio/PortfoliosPage'));
const PortfolioPage = lazy(() => import('@/features/portfolio/PortfolioPage'));
const ImportPage = lazy(() => import('@/features/imports/ImportPage'));
const RiskPage = lazy(() => import('@/features/risk/RiskPage'));
const JobsPage = lazy(() => import('@/features/jobs/JobsPage'));
const SettingsPage = lazy(() => import('@/features/settings/SettingsPage'));

export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Starting />}>
        <Routes>
          <Route path="/welcome" element={<Visitor />} />
          <Route path="/login" element={<LoginPage />} />
          <Route element={<SignedIn />}>
            <Route index element={<OverviewPage />} />
            <Route path="portfolios" element={<PortfoliosPage />} />
            <Route path="portfolios/import" element={<ImportPage />} />
            <Route path="portfolios/:portfolioId" element={<PortfolioPage />} />
            <Route path="portfolios/:portfolioId/import" element={<ImportInto />} />
            <Route path="risk" element={<RiskPage />} />
            <Route path="risk/:analysisId" element={<RiskPage />} />
            <Route path="jobs" element={<JobsPage />} />
            <Route path="settings" element={<SettingsPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

/** Pages of one's own need a session; where there is none, the welcome page remembers where one wanted to go. */
function SignedIn() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.isError) return <Unreachable error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <Starting />;
  if (!session.data.signedIn) {
    if (pathname !== '/') intend({ next: pathname + search });
    return <Navigate to="/welcome" replace />;
  }
  return <Shell />;
}

function Visitor() {
  const session = useSession();
  if (session.isError) return <Unreachable error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <Starting />;
  return session.data.signedIn ? <Navigate to="/" replace /> : <WelcomePage />;
}

/** What index.html shows before any script runs, kept until there is something to show. */
function Starting() {
  return <div className="boot" aria-busy="true" />;
}

function ImportInto() {
  const { portfolioId } = useParams();
  return <Navigate to={`/portfolios/import?portfolio=${portfolioId ?? ''}`} replace />;
}

function Unreachable({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto max-w-xl p-6 pt-24">
      <h1 className="sr-only">Riskwatch</h1>
      <ProblemNotice error={error} onRetry={retry} />
    </main>
  );
}
