import { useQuery } from '@tanstack/react-query';
import type { PriceProvider } from '@/api/types';
import { count, dayTime } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { providersQuery } from './api';

/** How every source of prices stands. */
export function ProvidersCard() {
  const { t } = useTranslation();
  const providers = useQuery(providersQuery);
  return (
    <Card title={t('markets.sources')} term={t('markets.sourcesTerm')} padded={false}>
      {providers.error ? (
        <ProblemNotice
          error={providers.error}
          onRetry={() => void providers.refetch()}
          className="mx-5 mb-5"
        />
      ) : null}
      {providers.isPending ? <Skeleton className="mx-5 mb-5 h-40" /> : null}
      {providers.data ? (
        <Table label={t('markets.sourcesTerm')}>
          <thead>
            <tr>
              <Th>{t('markets.source')}</Th>
              <Th>{t('markets.state')}</Th>
              <Th right>{t('markets.credits')}</Th>
            </tr>
          </thead>
          <tbody>
            {providers.data.map((provider) => (
              <Tr key={provider.name}>
                <Td className="font-medium">{provider.name}</Td>
                <Td>
                  <State provider={provider} />
                </Td>
                <Td right>
                  {provider.credits
                    ? t('markets.creditsOf', {
                        left: count(provider.credits.leftToday),
                        all: count(provider.credits.perDay),
                      })
                    : '–'}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      ) : null}
    </Card>
  );
}

function State({ provider }: { provider: PriceProvider }) {
  const { t } = useTranslation();
  const { state, delayedSince, retryAt } = provider;
  return (
    <>
      <Badge tone={state === 'READY' ? 'gain' : state === 'NOT_CONFIGURED' ? 'neutral' : 'warn'}>
        {t(`markets.states.${state}`)}
      </Badge>{' '}
      {delayedSince ? (
        <span className="text-muted">{t('markets.since', { when: dayTime(delayedSince) })}</span>
      ) : retryAt ? (
        <span className="text-muted">{t('markets.until', { when: dayTime(retryAt) })}</span>
      ) : null}
    </>
  );
}
