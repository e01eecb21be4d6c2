import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '@/shared/i18n/i18n';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { channelsQuery } from './api';
import { EmailCard } from './EmailCard';
import { QuietHoursCard } from './QuietHoursCard';
import { WebhooksCard } from './WebhooksCard';

/** Where one is told, and when not. */
export default function ChannelsTab() {
  const { t } = useTranslation();
  const channels = useQuery(channelsQuery);
  return (
    <>
      <p className="text-muted">{t('alerts.channelsLead')}</p>
      {channels.error ? (
        <ProblemNotice error={channels.error} onRetry={() => void channels.refetch()} />
      ) : null}
      {channels.data ? (
        <>
          <EmailCard channels={channels.data.body} etag={channels.data.etag} />
          <QuietHoursCard channels={channels.data.body} etag={channels.data.etag} />
          <WebhooksCard allowed={channels.data.body.webhooksAllowed} />
        </>
      ) : channels.isPending ? (
        <Skeleton className="h-72 w-full" />
      ) : null}
    </>
  );
}
