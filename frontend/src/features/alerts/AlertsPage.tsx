import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { useTranslation } from '@/shared/i18n/i18n';
import { Page, Skeleton } from '@/shared/ui/Page';
import { Tabs } from '@/shared/ui/Tabs';

/** What was raised, what is watched, and where one is told. */
export default function AlertsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('alerts.title')} lead={t('alerts.lead')}>
      <Tabs
        label={t('alerts.sides')}
        tabs={[
          { to: '/alerts', label: t('alerts.inbox'), end: true },
          { to: '/alerts/rules', label: t('alerts.rules') },
          { to: '/alerts/channels', label: t('alerts.channels') },
        ]}
      />
      <Suspense fallback={<Skeleton className="h-72 w-full" />}>
        <Outlet />
      </Suspense>
    </Page>
  );
}
