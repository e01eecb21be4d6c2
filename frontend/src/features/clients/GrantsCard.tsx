import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { ClientGrant, Member } from '@/api/types';
import { day } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { saidAt } from '@/shared/i18n/Served';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { SelectField } from '@/shared/ui/Field';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { grantsQuery, useGrant, useRevoke } from './api';
import { MemberPicker } from './MemberPicker';

const scopes = ['READ', 'COMMENT', 'TRADE'] as const;
type Scope = (typeof scopes)[number];

/** Who else may see the client; only who manages clients is told. */
export function GrantsCard({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const grants = useQuery(grantsQuery(clientId));
  if (grants.error && asProblem(grants.error).status === 403) return null;
  return (
    <Card title={t('clients.grants')} term={t('clients.grantsTerm')}>
      {grants.error ? <ProblemNotice error={grants.error} onRetry={() => void grants.refetch()} /> : null}
      {grants.isPending ? <Skeleton className="h-12 w-full" /> : null}
      {grants.data?.length === 0 ? <p className="text-muted">{t('clients.noGrants')}</p> : null}
      <ul className="divide-y divide-line">
        {grants.data?.map((grant) => (
          <li key={grant.userId} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <Granted clientId={clientId} grant={grant} />
          </li>
        ))}
      </ul>
      {grants.data ? <Grant clientId={clientId} /> : null}
    </Card>
  );
}

function Granted({ clientId, grant }: { clientId: string; grant: ClientGrant }) {
  const { t } = useTranslation();
  const put = useGrant(clientId);
  const revoke = useRevoke(clientId);
  return (
    <>
      <span className="min-w-0">
        <span className="block font-medium">{grant.userName}</span>
        <span className="text-caption text-muted">
          {t('clients.granted', { when: day(grant.grantedAt) })}
        </span>
      </span>
      <span className="flex items-end gap-2">
        <label className="inline-flex items-center gap-2">
          <span className="sr-only">{t('clients.mayOf', { name: grant.userName })}</span>
          <select
            value={grant.scope}
            disabled={put.isPending}
            onChange={(event) => put.mutate({ userId: grant.userId, scope: event.target.value as Scope })}
            className="chevron h-8 appearance-none rounded-control border border-line bg-surface pr-8 pl-2.5 text-dense"
          >
            {scopes.map((scope) => (
              <option key={scope} value={scope}>
                {t(`clients.scope.${scope}`)}
              </option>
            ))}
          </select>
        </label>
        <Button
          size="small"
          look="danger"
          busy={revoke.isPending}
          aria-label={t('clients.revokeOf', { name: grant.userName })}
          onClick={() => revoke.mutate(grant.userId)}
        >
          {t('clients.revoke')}
        </Button>
      </span>
      {put.error ? <ProblemNotice error={put.error} className="w-full" /> : null}
      {revoke.error ? <ProblemNotice error={revoke.error} className="w-full" /> : null}
    </>
  );
}

function Grant({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const put = useGrant(clientId);
  const [member, setMember] = useState<Member>();
  const [scope, setScope] = useState<Scope>('READ');
  const refused = put.error ? asProblem(put.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (member && !put.isPending)
      put.mutate({ userId: member.id, scope }, { onSuccess: () => setMember(undefined) });
  };
  return (
    <form onSubmit={submit} noValidate className="mt-3 flex flex-wrap items-start gap-3">
      <MemberPicker chosen={member} onChoose={setMember} error={saidAt(refused, 'userId')} />
      <SelectField
        className="w-44"
        label={t('clients.may')}
        value={scope}
        onChange={(event) => setScope(event.target.value as Scope)}
      >
        {scopes.map((known) => (
          <option key={known} value={known}>
            {t(`clients.scope.${known}`)}
          </option>
        ))}
      </SelectField>
      <Button type="submit" className="mt-[26px]" busy={put.isPending} disabled={!member}>
        {t('clients.grant')}
      </Button>
      {refused && !refused.isAllAt('userId') ? <ProblemNotice error={refused} className="w-full" /> : null}
    </form>
  );
}
