import { useCurrentPortfolio } from '@/features/portfolio/api';
import { PortfolioSwitch } from '@/features/portfolio/PortfolioSwitch';
import { useTranslation } from '@/shared/i18n/i18n';
import { ButtonLink } from '@/shared/ui/Button';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { useSchedules } from './api';
import { ScheduleForm } from './ScheduleForm';
import { ScheduleItem } from './ScheduleItem';

/** Questions that are asked by themselves, every day or every week. */
export default function SchedulesPage() {
  const { t } = useTranslation();
  const schedules = useSchedules();
  const { portfolio, data: portfolios, isPending, error } = useCurrentPortfolio();
  const problem = schedules.error ?? error;
  return (
    <Page
      title={t('schedules.title')}
      lead={portfolio ? <PortfolioSwitch current={portfolio} /> : t('schedules.lead')}
      actions={<ButtonLink to="/jobs">{t('schedules.jobs')}</ButtonLink>}
    >
      {problem ? <ProblemNotice error={problem} onRetry={() => void schedules.refetch()} /> : null}
      {portfolio ? (
        <ScheduleForm portfolio={portfolio} />
      ) : isPending || error ? null : (
        <div className="card">
          <Empty
            title={t('overview.noneTitle')}
            action={
              <ButtonLink look="primary" to="/portfolios/import">
                {t('overview.import')}
              </ButtonLink>
            }
          >
            {t('schedules.needs')}
          </Empty>
        </div>
      )}
      {schedules.isPending ? <Skeleton className="h-40 w-full" /> : null}
      {schedules.data?.length === 0 ? (
        <div className="card">
          <Empty title={t('schedules.emptyTitle')}>{t('schedules.empty')}</Empty>
        </div>
      ) : null}
      <ul className="grid gap-4 lg:grid-cols-2" aria-label={t('schedules.title')}>
        {schedules.data?.map((schedule) => (
          <ScheduleItem
            key={schedule.id}
            schedule={schedule}
            portfolio={portfolios?.find(({ id }) => id === schedule.request.portfolioId)?.name}
          />
        ))}
      </ul>
    </Page>
  );
}
