import { type ComponentType, lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation, useParams } from 'react-router';
import { intend } from '@/features/session/intentions';
import { useSession } from '@/features/session/session';
import { loadTexts, type Part } from '@/shared/i18n/i18n';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ErrorBoundary } from './ErrorBoundary';
import { NotFoundPage } from './NotFoundPage';
import { Shell } from './Shell';

/** A page of its own chunk, together with what it says. */
const page = (load: () => Promise<{ default: ComponentType }>, ...parts: Part[]) =>
  lazy(async () => (await Promise.all([load(), ...parts.map(loadTexts)]))[0]);

const WelcomePage = page(() => import('@/features/welcome/WelcomePage'), 'welcome');
const LoginPage = page(() => import('@/features/session/LoginPage'));
const OverviewPage = page(() => import('@/features/overview/OverviewPage'), 'risk', 'score');
const PortfoliosPage = page(() => import('@/features/portfolio/PortfoliosPage'));
const PortfolioPage = page(() => import('@/features/portfolio/PortfolioPage'), 'portfolio');
const HoldingsTab = page(() => import('@/features/portfolio/HoldingsTab'), 'portfolio', 'score');
const TransactionsTab = page(() => import('@/features/transactions/TransactionsTab'), 'portfolio');
const AllocationTab = page(() => import('@/features/allocation/AllocationTab'), 'portfolio');
const PerformanceTab = page(
  () => import('@/features/performance/PerformanceTab'),
  'portfolio',
  'performance',
);
const RecommendationsTab = page(() => import('@/features/recommendations/RecommendationsTab'), 'portfolio');
const ImportPage = page(() => import('@/features/imports/ImportPage'), 'import');
const RiskPage = page(() => import('@/features/risk/RiskPage'), 'risk');
const SimulatePage = page(() => import('@/features/simulate/SimulatePage'), 'risk', 'simulate');
const MarketsPage = page(() => import('@/features/markets/MarketsPage'), 'markets');
const InstrumentPage = page(() => import('@/features/markets/InstrumentPage'), 'markets');
const StressPage = page(() => import('@/features/stress/StressPage'), 'risk', 'stress');
const JobsPage = page(() => import('@/features/jobs/JobsPage'));
const SettingsPage = page(() => import('@/features/settings/SettingsPage'), 'settings');

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
            <Route path="portfolios/:portfolioId" element={<PortfolioPage />}>
              <Route index element={<HoldingsTab />} />
              <Route path="transactions" element={<TransactionsTab />} />
              <Route path="allocation" element={<AllocationTab />} />
              <Route path="performance" element={<PerformanceTab />} />
              <Route path="recommendations" element={<RecommendationsTab />} />
            </Route>
            <Route path="portfolios/:portfolioId/import" element={<ImportInto />} />
            <Route path="risk" element={<RiskPage />} />
            <Route path="risk/:analysisId" element={<RiskPage />} />
            <Route path="simulate" element={<SimulatePage />} />
            <Route path="simulate/:analysisId" element={<SimulatePage />} />
            <Route path="markets" element={<MarketsPage />} />
            <Route path="markets/:symbol" element={<InstrumentPage />} />
            <Route path="stress" element={<StressPage />} />
            <Route path="stress/:analysisId" element={<StressPage />} />
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
