import { useTranslation } from '@/shared/i18n/i18n';
import { useSearchParams } from 'react-router';
import { ButtonAnchor, ButtonLink } from '@/shared/ui/Button';
import { Page } from '@/shared/ui/Page';
import { SIGN_IN } from './session';

/** Where the gateway leads when a sign-in did not work; otherwise a door to the sign-in page. */
export default function LoginPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const failed = search.has('error');
  return (
    <main className="mx-auto max-w-lg px-4 pt-24">
      <Page title={failed ? t('login.failed') : t('login.title')}>
        <div className="card space-y-4 p-6" role={failed ? 'alert' : undefined}>
          <p className="text-muted">{failed ? t('login.failedWhy') : t('login.why')}</p>
          <div className="flex flex-wrap gap-2">
            <ButtonAnchor look="primary" href={SIGN_IN}>
              {failed ? t('login.again') : t('login.go')}
            </ButtonAnchor>
            <ButtonLink to="/welcome">{t('login.back')}</ButtonLink>
          </div>
        </div>
      </Page>
    </main>
  );
}
