import { useQuery } from '@tanstack/react-query';
import { count } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { unreadQuery } from './unread';
import { useAlertEvents } from './useAlertEvents';

const MOST = 99;

/** How many alerts nobody has read; nothing where there are none. It hears of new ones wherever one is. */
export function UnreadBadge() {
  const { t } = useTranslation();
  useAlertEvents();
  const unread = useQuery(unreadQuery).data ?? 0;
  if (unread === 0) return null;
  return (
    <span className="figures relative ml-auto inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-danger px-1.5 text-caption font-semibold text-surface">
      <span aria-hidden="true">{unread > MOST ? `${count(MOST)}+` : count(unread)}</span>
      <span className="sr-only">{t('nav.unread', { count: unread })}</span>
    </span>
  );
}
