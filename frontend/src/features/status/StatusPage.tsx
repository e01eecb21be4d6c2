import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX } from 'lucide-react';
import { dayTime } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { type PlatformStatus, statusQuery } from './api';

const known = ['portfolio', 'marketdata', 'billing'] as const;

/** Whether it is us or the line: each service, what it does, and what is away with it. */
export default function StatusPage() {
  const { t } = useTranslation();
  const status = useQuery(statusQuery);
  const down = status.data?.services.filter(({ state }) => state === 'DOWN').length ?? 0;
  return (
    <Page
      title={t('status.title')}
      lead={t('status.lead')}
      actions={
        <Button busy={status.isFetching} onClick={() => void status.refetch()}>
          {t('status.again')}
        </Button>
      }
    >
      {status.error ? <ProblemNotice error={status.error} onRetry={() => void status.refetch()} /> : null}
      {status.isPending ? <Skeleton className="h-48 w-full" /> : null}
      {status.data ? (
        <>
          <p role="status" className="card p-5 text-section font-semibold">
            {down === 0 ? t('status.allUp') : t('status.someDown', { count: down })}
          </p>
          <ul className="grid gap-4 md:grid-cols-2">
            {status.data.services.map((service) => (
              <Service key={service.name} service={service} />
            ))}
          </ul>
          <p className="text-dense text-muted">
            {t('status.checked', { when: dayTime(status.data.checkedAt) })}
          </p>
        </>
      ) : null}
    </Page>
  );
}

function Service({ service: { name, state } }: { service: PlatformStatus['services'][number] }) {
  const { t } = useTranslation();
  const id = known.find((candidate) => candidate === name);
  const up = state === 'UP';
  const Icon = up ? CircleCheck : CircleX;
  return (
    <li className="card space-y-2 p-5">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold">{id ? t(`status.service.${id}`) : name}</h2>
        <Badge tone={up ? 'gain' : 'danger'}>
          <Icon className="size-3.5" aria-hidden="true" />
          {t(up ? 'status.up' : 'status.down')}
        </Badge>
      </div>
      {id ? <p className="text-muted">{t(up ? `status.does.${id}` : `status.without.${id}`)}</p> : null}
    </li>
  );
}
