import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meQuery, sessionQuery } from '@/features/session/session';
import { useTranslation } from '@/shared/i18n/i18n';
import { ButtonAnchor } from '@/shared/ui/Button';

/**
 * Over a page whose session has ended while it was open: what was typed is still there. The session is looked at again
 * with each return to this window, and the page goes on.
 */
export default function SessionEnded() {
  const { t } = useTranslation();
  const client = useQueryClient();
  useEffect(() => {
    const before = client.getQueryData(meQuery.queryKey)?.user.id;
    return () => {
      if (client.getQueryData(sessionQuery.queryKey)?.signedIn) void goOn(client, before);
    };
  }, [client]);
  return (
    <div
      role="alert"
      className="mb-5 flex flex-wrap items-center justify-between gap-3 rounded-card border border-warn/40 bg-warn-soft p-4 text-dense"
    >
      <p>{t('problem.signIn')}</p>
      <ButtonAnchor size="small" href="/login" target="_blank" rel="noopener">
        {t('problem.signInLink')}
      </ButtonAnchor>
    </div>
  );
}

/** Everything is asked for anew; where somebody else has signed in, nothing of what was here may stay. */
async function goOn(client: QueryClient, before: string | undefined) {
  const me = await client.fetchQuery({ ...meQuery, staleTime: 0 });
  if (before !== undefined && me.user.id !== before) location.assign('/');
  else await client.invalidateQueries();
}
