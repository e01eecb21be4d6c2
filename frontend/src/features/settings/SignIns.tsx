import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dayTime } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { toast } from '@/shared/ui/toast';
import { type SignIn, signInsQuery, signOutElsewhere, signOutOf } from './signIns';

/** The browsers that see what is one's own, each to be signed out from here. */
export function SignIns() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const signIns = useQuery(signInsQuery);
  const elsewhere = useMutation({
    mutationFn: signOutElsewhere,
    onSuccess: () => {
      toast(t('signIns.endedElsewhere'));
      return client.invalidateQueries({ queryKey: signInsQuery.queryKey });
    },
  });
  const others = signIns.data?.filter(({ current }) => !current) ?? [];
  return (
    <Card title={t('signIns.title')} term={t('signIns.why')}>
      {signIns.isPending ? <Skeleton className="h-24 w-full" /> : null}
      {signIns.error ? <ProblemNotice error={signIns.error} onRetry={() => void signIns.refetch()} /> : null}
      <ul className="divide-y divide-line">
        {signIns.data?.map((signIn) => (
          <Line key={signIn.id} signIn={signIn} />
        ))}
      </ul>
      {signIns.data && others.length === 0 ? (
        <p className="mt-2 text-muted">{t('signIns.onlyHere')}</p>
      ) : null}
      {others.length > 1 ? (
        <Button className="mt-4" busy={elsewhere.isPending} onClick={() => elsewhere.mutate()}>
          {t('signIns.endElsewhere')}
        </Button>
      ) : null}
      {elsewhere.error ? <ProblemNotice error={elsewhere.error} className="mt-4" /> : null}
    </Card>
  );
}

function Line({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { browser, system, address, signedInAt, lastSeenAt, current } = signIn;
  const device =
    browser && system
      ? t('signIns.device', { browser, system })
      : (browser ?? system ?? t('signIns.unknown'));
  const end = useMutation({
    mutationFn: () => signOutOf(signIn.id),
    onSuccess: () => toast(t('signIns.ended', { device })),
    // also of one that was gone already: the list says how it is
    onSettled: () => client.invalidateQueries({ queryKey: signInsQuery.queryKey }),
  });
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium break-words">
          {device}
          {current ? <Badge>{t('signIns.current')}</Badge> : null}
        </p>
        <p className="text-dense text-muted">
          {address
            ? t('signIns.startedFrom', { when: dayTime(signedInAt), address })
            : t('signIns.started', { when: dayTime(signedInAt) })}
          {current ? null : ` ${t('signIns.seen', { when: dayTime(lastSeenAt) })}`}
        </p>
      </div>
      {current ? null : (
        <Button
          size="small"
          look="danger"
          busy={end.isPending}
          aria-label={t('signIns.endOf', { device, when: dayTime(signedInAt) })}
          onClick={() => end.mutate()}
        >
          {t('signIns.end')}
        </Button>
      )}
      {end.error ? <ProblemNotice error={end.error} className="w-full" /> : null}
    </li>
  );
}
