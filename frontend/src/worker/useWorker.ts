import { useEffect } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { toast } from '@/shared/ui/toast';

/** Keeping the application for later must not slow down what is looked at now. */
const AFTER_PAGE_MS = 10_000;

/** Keeps the application in this browser, and tells of a newer one; not while developing, and not over the mocks' own worker. */
export function useWorker() {
  const { t } = useTranslation();
  useEffect(() => {
    if (import.meta.env.MODE !== 'production' || !('serviceWorker' in navigator)) return;
    let stop: (() => void) | undefined;
    const register = async () => {
      const { registerWorker } = await import('./register');
      stop = await registerWorker((act) => toast(t('version.there'), { act, action: t('version.load') }));
    };
    const timer = setTimeout(
      () =>
        register().catch((error: unknown) => console.warn('the application is not kept for later', error)),
      AFTER_PAGE_MS,
    );
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [t]);
}
