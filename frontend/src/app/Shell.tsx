import {
  Activity,
  Briefcase,
  ChartLine,
  FileUp,
  Gauge,
  ListChecks,
  LogOut,
  Settings,
  TrendingUp,
  Waves,
} from 'lucide-react';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { NavLink, Outlet, useLocation } from 'react-router';
import { JobChip } from '@/features/jobs/JobChip';
import { useAnalysisEvents } from '@/features/risk/useAnalysisEvents';
import { SearchButton } from '@/features/search/SearchButton';
import { CsrfForm } from '@/features/session/CsrfForm';
import { SIGN_OUT, useMe } from '@/features/session/session';
import { StreamPill } from '@/shared/stream/StreamPill';
import { useWelcomeChoices } from '@/features/welcome/useWelcomeChoices';
import { dayTime } from '@/shared/format/format';
import { eventFeed, priceFeed } from '@/shared/stream/useStream';
import { Badge } from '@/shared/ui/Badge';
import { cx } from '@/shared/ui/cx';
import { Skeleton } from '@/shared/ui/Page';
import { Toasts } from '@/shared/ui/toast';
import { Brand } from '@/shared/ui/Brand';
import { ErrorBoundary } from './ErrorBoundary';

const entries = [
  { to: '/', icon: Gauge, key: 'nav.overview', end: true },
  { to: '/portfolios', icon: Briefcase, key: 'nav.portfolios', end: true },
  { to: '/portfolios/import', icon: FileUp, key: 'nav.import', end: true },
  { to: '/risk', icon: Activity, key: 'nav.risk', end: false },
  { to: '/simulate', icon: TrendingUp, key: 'nav.simulate', end: false },
  { to: '/markets', icon: ChartLine, key: 'nav.markets', end: false },
  { to: '/stress', icon: Waves, key: 'nav.stress', end: false },
  { to: '/jobs', icon: ListChecks, key: 'nav.jobs', end: false },
  { to: '/settings', icon: Settings, key: 'nav.settings', end: false },
] as const;

/** The frame of every signed-in page: skip link, rail (a scroller on narrow screens), header, the page, messages. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const arrived = useRef(pathname);
  useWelcomeChoices();
  useAnalysisEvents();

  useEffect(() => {
    priceFeed.start();
    eventFeed.start();
    return () => {
      priceFeed.stop();
      eventFeed.stop();
    };
  }, []);

  // a new page is announced and starts at its top, like a page load
  useEffect(() => {
    if (arrived.current === pathname) return;
    arrived.current = pathname;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <div className="min-h-screen md:grid md:grid-cols-[216px_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-primary px-4 py-2 font-medium text-on-primary focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {t('nav.skip')}
      </a>
      <aside className="border-line max-md:border-b md:sticky md:top-0 md:flex md:h-screen md:flex-col md:border-r md:bg-surface">
        <div className="flex items-center justify-between gap-3 px-4 pt-3 md:px-5 md:pt-5 md:pb-4">
          <Brand to="/" />
          <div className="flex items-center gap-2 md:hidden">
            <SearchButton keys={false} />
            <StreamPill />
          </div>
        </div>
        <nav
          aria-label={t('nav.label')}
          className="overflow-x-auto px-2 py-2 md:flex-1 md:overflow-visible md:px-3"
        >
          <ul className="flex gap-1 md:flex-col">
            {entries.map(({ to, icon: Icon, key, end }) => (
              <li key={to}>
                <NavLink
                  to={to}
                  end={end}
                  className={({ isActive }) =>
                    cx(
                      'flex h-10 items-center gap-2.5 rounded-control px-3 text-body font-medium whitespace-nowrap transition-colors',
                      isActive
                        ? 'bg-primary-soft text-primary'
                        : 'text-muted hover:bg-surface-2 hover:text-fg',
                    )
                  }
                >
                  <Icon className="size-[18px]" aria-hidden="true" />
                  {t(key)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <Account />
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="sticky top-0 z-20 hidden h-14 items-center justify-end gap-3 border-b border-line bg-bg/90 px-8 backdrop-blur md:flex">
          <SearchButton />
          <JobChip />
          <StreamPill />
        </header>
        <main
          id="main"
          ref={main}
          tabIndex={-1}
          className="mx-auto w-full max-w-[1152px] min-w-0 flex-1 scroll-mt-16 px-4 py-5 outline-none md:px-8 md:py-7"
        >
          <ErrorBoundary key={pathname}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
        <footer className="mx-auto w-full max-w-[1152px] px-4 pb-8 text-caption text-muted md:px-8">
          {t('footer')}
        </footer>
      </div>
      <Toasts />
    </div>
  );
}

function Account() {
  const { t } = useTranslation();
  const me = useMe().data;
  if (!me) return null;
  return (
    <div className="hidden border-t border-line p-4 text-dense md:block">
      <p className="truncate font-medium">{me.user.guest ? t('account.guest') : me.user.name}</p>
      <p className="truncate text-caption text-muted">
        {me.organisation.demoUntil
          ? t('account.until', { when: dayTime(me.organisation.demoUntil) })
          : me.organisation.name}
      </p>
      <div className="mt-2 flex items-center justify-between gap-2">
        {me.plan ? (
          <Badge>{t('account.plan', { plan: me.plan.charAt(0) + me.plan.slice(1).toLowerCase() })}</Badge>
        ) : (
          <span />
        )}
        <CsrfForm action={SIGN_OUT}>
          <button
            type="submit"
            className="inline-flex h-8 items-center gap-1.5 rounded-control px-2 text-dense font-medium text-muted hover:bg-surface-2 hover:text-fg"
          >
            <LogOut className="size-4" aria-hidden="true" />
            {t('account.signOut')}
          </button>
        </CsrfForm>
      </div>
    </div>
  );
}

function PageSkeleton() {
  return (
    <div className="space-y-5" aria-busy="true">
      <Skeleton className="h-8 w-56" />
      <Skeleton className="h-56 w-full" />
      <Skeleton className="h-72 w-full" />
    </div>
  );
}
