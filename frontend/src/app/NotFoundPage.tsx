import { useTranslation } from '@/shared/i18n/i18n';
import { ButtonLink } from '@/shared/ui/Button';
import { Empty, Page } from '@/shared/ui/Page';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <div className="card">
        <Empty
          title={t('notFound.what')}
          action={
            <ButtonLink look="primary" to="/">
              {t('notFound.home')}
            </ButtonLink>
          }
        >
          {t('notFound.why')}
        </Empty>
      </div>
    </Page>
  );
}
