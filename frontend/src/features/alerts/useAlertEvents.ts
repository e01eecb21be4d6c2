import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { eventFeed, useEventsLive } from '@/shared/stream/useStream';
import { toast } from '@/shared/ui/toast';
import { alertsKey, rulesKey, unreadKey } from './unread';

/** Brings what is raised into the page that is open: a message, the number of unread ones, the inbox, the rules' state. */
export function useAlertEvents() {
  const client = useQueryClient();
  const { t, tell } = useTranslation();
  const live = useEventsLive();
  useEffect(
    () =>
      eventFeed.onEvent((event) => {
        if (event.type !== 'alert.raised' || typeof event.title !== 'string') return;
        toast(tell(event.title).text, { to: '/alerts', action: t('finished.show') });
        if (typeof event.unread === 'number') client.setQueryData<number>(unreadKey, event.unread);
        void client.invalidateQueries({
          queryKey: alertsKey,
          predicate: ({ queryKey }) => queryKey[1] !== 'unread' || typeof event.unread !== 'number',
        });
        void client.invalidateQueries({ queryKey: rulesKey });
      }),
    [client, t, tell],
  );
  // what was raised while the line was down
  useEffect(() => {
    if (!live) return;
    void client.invalidateQueries({ queryKey: alertsKey });
    void client.invalidateQueries({ queryKey: rulesKey });
  }, [client, live]);
}
