import { useTranslation } from '@/shared/i18n/i18n';
import { ButtonLink } from '@/shared/ui/Button';
import { Empty, Page } from '@/shared/ui/Page';

/** Nothing is at this address; or, as /403, nothing that the caller may see. */
export default function NotFoundPage({ forbidden = false }: { forbidden?: boolean }) {
  const { t } = useTranslation();
  return (
    <Page title={t(forbidden ? 'forbidden.title' : 'notFound.title')}>
      <div className="card">
        <Empty
          title={t(forbidden ? 'forbidden.what' : 'notFound.what')}
          action={
            <ButtonLink look="primary" to="/">
              {t('notFound.home')}
            </ButtonLink>
          }
        >
          {t(forbidden ? 'forbidden.why' : 'notFound.why')}
        </Empty>
      </div>
    </Page>
  );
}
