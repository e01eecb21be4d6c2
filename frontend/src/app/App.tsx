import { queryOptions, useQuery } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { Navigate, Route, Routes, useLocation, useParams } from 'react-router';
import { insideExpected } from '@/api/ahead';
import { asProblem } from '@/api/problem';
import { useFarewell } from '@/features/session/farewell';
import { intend } from '@/features/session/intentions';
import { useSession } from '@/features/session/session';
import { time } from '@/shared/format/format';
import { loadTexts, type Part, useTranslation } from '@/shared/i18n/i18n';
import { Brand } from '@/shared/ui/Brand';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Unhurried } from '@/shared/rendering/Unhurried';
import { useOfflineSince } from '@/shared/ui/useOffline';
import { PublicFrame } from './PublicFrame';
import { ErrorBoundary } from './ErrorBoundary';

/** A page of its own chunk, together with what it says. */
const page = <Props = object,>(load: () => Promise<{ default: ComponentType<Props> }>, ...parts: Part[]) =>
  lazy(async () => (await Promise.all([load(), ...parts.map(loadTexts)]))[0]);

/** A page of one's own: the frame around it, and what such pages say in common, come with it. */
const own: typeof page = (load, ...parts) => page(load, 'common', ...parts);

const overview = () => import('@/features/overview/OverviewPage');
const overviewTexts: Part[] = ['overview', 'risk', 'score'];

/** Asked for together with the session: who is not signed in needs none of it to be welcomed. */
const frameQuery = queryOptions({
  queryKey: ['frame'],
  queryFn: async () => {
    // who comes to the overview needs it as soon as its frame is there; what fails here is tried again there
    if (location.pathname === '/' && insideExpected())
      void Promise.allSettled([overview(), ...overviewTexts.map(loadTexts)]);
    return (await Promise.all([import('./Shell'), loadTexts('frame'), loadTexts('common')]))[0].default;
  },
  staleTime: Infinity,
  gcTime: Infinity,
  networkMode: 'always', // the service worker keeps it
});

const WelcomePage = page(() => import('@/features/welcome/WelcomePage'), 'welcome');
const LoginPage = page(() => import('@/features/session/LoginPage'), 'welcome');
const OverviewPage = own(overview, ...overviewTexts);
const PortfoliosPage = own(() => import('@/features/portfolio/PortfoliosPage'));
const PortfolioPage = own(() => import('@/features/portfolio/PortfolioPage'), 'portfolio', 'accounts');
const HoldingsTab = own(() => import('@/features/portfolio/HoldingsTab'), 'portfolio', 'score');
const TransactionsTab = own(() => import('@/features/transactions/TransactionsTab'), 'portfolio');
const AllocationTab = own(() => import('@/features/allocation/AllocationTab'), 'portfolio');
const PerformanceTab = own(() => import('@/features/performance/PerformanceTab'), 'portfolio', 'performance');
const RecommendationsTab = own(() => import('@/features/recommendations/RecommendationsTab'), 'portfolio');
const ImportPage = own(() => import('@/features/imports/ImportPage'), 'import');
const RiskPage = own(() => import('@/features/risk/RiskPage'), 'risk');
const SimulatePage = own(() => import('@/features/simulate/SimulatePage'), 'risk', 'simulate');
const MarketsPage = own(() => import('@/features/markets/MarketsPage'), 'markets');
const InstrumentPage = own(() => import('@/features/markets/InstrumentPage'), 'markets');
const StressPage = own(() => import('@/features/stress/StressPage'), 'risk', 'stress');
const OptimizePage = own(() => import('@/features/optimize/OptimizePage'), 'risk', 'analysis', 'optimize');
const LeveragePage = own(() => import('@/features/leverage/LeveragePage'), 'risk', 'analysis', 'leverage');
const MarginPage = own(() => import('@/features/margin/MarginPage'), 'margin');
const RatesPage = own(() => import('@/features/rates/RatesPage'), 'rates');
const ClientsPage = own(() => import('@/features/clients/ClientsPage'), 'clients', 'margin');
const ClientPage = own(() => import('@/features/clients/ClientPage'), 'clients', 'margin');
const PaperPage = own(() => import('@/features/paper/PaperPage'), 'paper', 'margin');
const AlertsPage = own(() => import('@/features/alerts/AlertsPage'), 'alerts');
const InboxTab = own(() => import('@/features/alerts/InboxTab'), 'alerts');
const RulesTab = own(() => import('@/features/alerts/RulesTab'), 'alerts');
const ChannelsTab = own(() => import('@/features/alerts/ChannelsTab'), 'alerts');
const ComparePage = own(() => import('@/features/compare/ComparePage'), 'compare');
const BacktestPage = own(() => import('@/features/backtest/BacktestPage'), 'risk', 'analysis', 'backtest');
const FactorPage = own(() => import('@/features/factor/FactorPage'), 'risk', 'analysis', 'factor');
const ReportPage = own(() => import('@/features/report/ReportPage'), 'risk', 'analysis', 'report');
const SchedulesPage = own(() => import('@/features/schedules/SchedulesPage'), 'schedules');
const JobsPage = own(() => import('@/features/jobs/JobsPage'));
const LearnPage = own(() => import('@/features/learn/LearnPage'), 'learn');
const TermPage = own(() => import('@/features/learn/TermPage'), 'learn');
const LessonPage = own(() => import('@/features/learn/LessonPage'), 'learn');
const SettingsPage = own(() => import('@/features/settings/SettingsPage'), 'settings', 'welcome');
const StatusPage = own(() => import('@/features/status/StatusPage'), 'status');
const NotFoundPage = own(() => import('./NotFoundPage'));

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
            <Route path="optimize" element={<OptimizePage />} />
            <Route path="optimize/:analysisId" element={<OptimizePage />} />
            <Route path="leverage" element={<LeveragePage />} />
            <Route path="leverage/:analysisId" element={<LeveragePage />} />
            <Route path="margin" element={<MarginPage />} />
            <Route path="margin/rates" element={<RatesPage />} />
            <Route path="clients" element={<ClientsPage />} />
            <Route path="clients/:clientId" element={<ClientPage />} />
            <Route path="paper" element={<PaperPage />} />
            <Route path="alerts" element={<AlertsPage />}>
              <Route index element={<InboxTab />} />
              <Route path="rules" element={<RulesTab />} />
              <Route path="channels" element={<ChannelsTab />} />
            </Route>
            <Route path="compare" element={<ComparePage />} />
            <Route path="backtest" element={<BacktestPage />} />
            <Route path="backtest/:analysisId" element={<BacktestPage />} />
            <Route path="factor" element={<FactorPage />} />
            <Route path="factor/:analysisId" element={<FactorPage />} />
            <Route path="reports" element={<ReportPage />} />
            <Route path="reports/:analysisId" element={<ReportPage />} />
            <Route path="schedules" element={<SchedulesPage />} />
            <Route path="jobs" element={<JobsPage />} />
            <Route path="learn" element={<LearnPage />} />
            <Route path="learn/lessons/:lessonId" element={<LessonPage />} />
            <Route path="learn/:term" element={<TermPage />} />
            <Route path="status" element={<StatusPage />} />
            <Route path="403" element={<NotFoundPage forbidden />} />
            <Route path="settings" element={<SettingsPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

/**
 * Pages of one's own need a session; where there is none, the welcome page remembers where one wanted to go. Once a page is
 * open it stays, whatever becomes of the session or the network: somebody may be typing, unless the account itself is gone.
 */
function SignedIn() {
  const session = useSession();
  const { data: Frame, error, refetch } = useQuery(frameQuery);
  const { pathname, search } = useLocation();
  const [entered, setEntered] = useState(false);
  const signedIn = session.data?.signedIn;
  const { deleted } = useFarewell();
  if (signedIn && !entered) setEntered(true);
  if (signedIn === undefined) return <BeforeSession session={session} />;
  if (!signedIn && (!entered || deleted)) {
    if (pathname === '/status') return <PublicFrame />;
    if (pathname !== '/' && !deleted) intend({ next: pathname + search });
    return <Navigate to="/welcome" replace />;
  }
  if (error) return <Unreachable error={error} retry={() => void refetch()} />;
  return Frame ? (
    <Unhurried instead={<Starting />}>
      <Frame ended={!signedIn} />
    </Unhurried>
  ) : (
    <Starting />
  );
}

function Visitor() {
  const session = useSession();
  if (!session.data) return <BeforeSession session={session} />;
  return session.data.signedIn ? <Navigate to="/" replace /> : <WelcomePage />;
}

/** Before it is known who is there. */
function BeforeSession({ session }: { session: ReturnType<typeof useSession> }) {
  const { t } = useTranslation();
  const offline = useOfflineSince();
  const [unreached, setUnreached] = useState<number>();
  if (session.isError && asProblem(session.error).status !== 0)
    return <Unreachable error={session.error} retry={() => void session.refetch()} />;
  if (session.isError && unreached === undefined) setUnreached(session.errorUpdatedAt);
  const since = offline ?? unreached;
  if (since === undefined) return <Starting />;
  return (
    <main className="mx-auto max-w-xl p-6 pt-24">
      <Brand to="/" />
      <h1 className="mt-8 text-page font-semibold">{t('offline.since', { when: time(since) })}</h1>
      <p className="mt-2 text-muted">{t('offline.page')}</p>
    </main>
  );
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
