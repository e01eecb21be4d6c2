import { LogOut } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { Outlet, useLocation } from 'react-router';
import { UnreadBadge } from '@/features/alerts/UnreadBadge';
import { LevelSwitch } from '@/features/level/level';
import { JobChip } from '@/features/jobs/JobChip';
import { useAnalysisEvents } from '@/features/risk/useAnalysisEvents';
import { Shortcuts } from '@/features/search/Shortcuts';
import { SearchButton } from '@/features/search/SearchButton';
import { CsrfForm } from '@/features/session/CsrfForm';
import { SIGN_OUT, useMe } from '@/features/session/session';
import type { Me } from '@/api/types';
import { StreamPill } from '@/shared/stream/StreamPill';
import { useWelcomeChoices } from '@/features/welcome/useWelcomeChoices';
import { navigation } from '@/shared/navigation/navigation';
import { dayTime, time } from '@/shared/format/format';
import { eventFeed, priceFeed } from '@/shared/stream/useStream';
import { Badge } from '@/shared/ui/Badge';
import { NavLink } from '@/shared/ui/Link';
import { cx } from '@/shared/ui/cx';
import { Skeleton } from '@/shared/ui/Page';
import { Toasts } from '@/shared/ui/toast';
import { Unhurried } from '@/shared/rendering/Unhurried';
import { useOfflineSince } from '@/shared/ui/useOffline';
import { Brand } from '@/shared/ui/Brand';
import { useWorker } from '@/worker/useWorker';
import { ErrorBoundary } from './ErrorBoundary';

const SessionEnded = lazy(() => import('./SessionEnded'));

/** The frame of every signed-in page: skip link, rail (a scroller on narrow screens), header, the page, messages. */
export default function Shell({ ended }: { ended: boolean }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const arrived = useRef(pathname);
  useWelcomeChoices();
  useAnalysisEvents();
  useWorker();

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
    <div className="min-h-screen md:grid md:grid-cols-[216px_minmax(0,1fr)] print:block">
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-primary px-4 py-2 font-medium text-on-primary focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {t('nav.skip')}
      </a>
      <aside className="print:hidden border-line max-md:border-b md:sticky md:top-0 md:flex md:h-screen md:flex-col md:border-r md:bg-surface">
        <div className="flex items-center justify-between gap-3 px-4 pt-3 md:px-5 md:pt-5 md:pb-4">
          <Brand to="/" />
          <div className="flex min-w-0 items-center gap-2 md:hidden">
            <SearchButton keys={false} />
            <StreamPill />
          </div>
        </div>
        <nav
          aria-label={t('nav.label')}
          className="overflow-x-auto px-2 py-2 md:flex-1 md:overflow-x-visible md:overflow-y-auto md:px-3"
        >
          <Rail />
        </nav>
        <Account />
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="print:hidden sticky top-0 z-20 hidden h-14 items-center justify-end gap-3 border-b border-line bg-bg/90 px-8 backdrop-blur md:flex">
          <SearchButton />
          <div className="max-lg:hidden">
            <LevelSwitch />
          </div>
          <JobChip />
          <StreamPill />
        </header>
        <main
          id="main"
          ref={main}
          tabIndex={-1}
          className="mx-auto w-full max-w-[1152px] min-w-0 flex-1 scroll-mt-16 px-4 py-5 outline-none md:px-8 md:py-7"
        >
          <OfflineBar />
          {ended ? (
            <Suspense fallback={null}>
              <SessionEnded />
            </Suspense>
          ) : null}
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
      <Shortcuts />
    </div>
  );
}

function Rail() {
  const { t } = useTranslation();
  return (
    <ul className="flex gap-1 md:flex-col md:gap-3">
      {navigation.map((group) => (
        <li key={group.entries[0]?.to} className="max-md:contents">
          {group.key && group.entries.length > 1 ? (
            <p className="px-3 pb-1 text-caption font-medium text-muted max-md:hidden">{t(group.key)}</p>
          ) : null}
          <ul className="flex gap-1 md:flex-col md:gap-0.5" aria-label={group.key ? t(group.key) : undefined}>
            {group.entries.map(({ to, icon: Icon, key, end = false }) => (
              <li key={to}>
                <NavLink
                  to={to}
                  end={end}
                  className={({ isActive }) =>
                    cx(
                      'flex h-9 items-center gap-2.5 rounded-control px-3 text-body font-medium whitespace-nowrap transition-colors max-md:h-10',
                      isActive
                        ? 'bg-primary-soft text-primary'
                        : 'text-muted hover:bg-surface-2 hover:text-fg',
                    )
                  }
                >
                  <Icon className="size-[18px]" aria-hidden="true" />
                  {t(key)}
                  {to === '/alerts' ? <UnreadBadge /> : null}
                </NavLink>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Account() {
  const me = useMe().data;
  if (!me) return null;
  return (
    <Unhurried instead={null}>
      <Named me={me} />
    </Unhurried>
  );
}

function Named({ me }: { me: Me }) {
  const { t } = useTranslation();
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

function OfflineBar() {
  const { t } = useTranslation();
  const offline = useOfflineSince();
  return (
    <div role="status">
      {offline === undefined ? null : (
        <p className="mb-5 rounded-card border border-warn/40 bg-warn-soft px-4 py-3 text-dense">
          <strong className="font-semibold">{t('offline.since', { when: time(offline) })}.</strong>{' '}
          {t('offline.bar')}
        </p>
      )}
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
