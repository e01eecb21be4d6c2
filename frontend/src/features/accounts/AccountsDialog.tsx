import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account, AccountRequest } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { toast } from '@/shared/ui/toast';
import { AccountForm } from './AccountForm';
import { accountQuery, accountsQuery, useAddAccount, useChangeAccount, useCloseAccount } from './api';

type Props = { portfolioId: string; onClose: () => void };

/** Every account of a portfolio: to be changed, to be closed, and a form for one more. */
export default function AccountsDialog({ portfolioId, onClose }: Props) {
  const { t } = useTranslation();
  const accounts = useQuery(accountsQuery(portfolioId));
  const [editing, setEditing] = useState<string>();
  const [adding, setAdding] = useState(false);
  return (
    <Dialog title={t('accounts.title')} onClose={onClose}>
      <p className="mb-4 text-muted">{t('accounts.why')}</p>
      {accounts.error ? (
        <ProblemNotice error={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : null}
      {accounts.isPending ? <Skeleton className="h-24 w-full" /> : null}
      <ul className="divide-y divide-line border-y border-line">
        {accounts.data?.map((account) => (
          <li key={account.id} className="py-3">
            {editing === account.id ? (
              <Change portfolioId={portfolioId} accountId={account.id} onDone={() => setEditing(undefined)} />
            ) : (
              <Line portfolioId={portfolioId} account={account} onEdit={() => setEditing(account.id)} />
            )}
          </li>
        ))}
      </ul>
      <div className="mt-4">
        {adding ? (
          <Add portfolioId={portfolioId} onDone={() => setAdding(false)} />
        ) : (
          <Button look="primary" onClick={() => setAdding(true)}>
            {t('accounts.add')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

/** Closing asks once more in place, and says why where it is refused. */
function Line({
  portfolioId,
  account,
  onEdit,
}: {
  portfolioId: string;
  account: Account;
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const close = useCloseAccount(portfolioId);
  const [asking, setAsking] = useState(false);
  const { name } = account;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0">
          <span className="font-medium break-words">{name}</span>{' '}
          <span className="text-dense text-muted">{t(`accounts.kind.${account.kind}`)}</span>{' '}
          {account.standard ? <Badge>{t('accounts.standard')}</Badge> : null}
          {account.shortsAllowed ? <Badge tone="warn">{t('accounts.shorts')}</Badge> : null}
        </p>
        {asking ? (
          <span className="flex flex-wrap items-center gap-2">
            <span className="text-dense">{t('accounts.closeSure', { name })}</span>
            <Button
              look="danger"
              size="small"
              busy={close.isPending}
              onClick={() => close.mutate(account.id, { onSuccess: () => toast(t('accounts.closed')) })}
            >
              {t('accounts.closeYes')}
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              {t('accounts.closeNo')}
            </Button>
          </span>
        ) : (
          <span className="flex gap-1">
            <Button size="small" look="ghost" aria-label={t('accounts.changeOf', { name })} onClick={onEdit}>
              {t('accounts.change')}
            </Button>
            {account.standard ? null : (
              <Button
                size="small"
                look="ghost"
                aria-label={t('accounts.closeOf', { name })}
                onClick={() => setAsking(true)}
              >
                {t('accounts.close')}
              </Button>
            )}
          </span>
        )}
      </div>
      {close.error ? <ProblemNotice error={close.error} className="mt-3" /> : null}
    </>
  );
}

type FormProps = { portfolioId: string; onDone: () => void };

function Add({ portfolioId, onDone }: FormProps) {
  const { t } = useTranslation();
  const add = useAddAccount(portfolioId);
  return (
    <AccountForm
      title={t('accounts.addTitle')}
      start={{ name: '', kind: 'CASH', shortsAllowed: false }}
      saving={add.isPending}
      error={add.error}
      onCancel={onDone}
      onSave={(body) =>
        add.mutate(body, {
          onSuccess: ({ name }) => {
            toast(t('accounts.added', { name }));
            onDone();
          },
        })
      }
    />
  );
}

function Change({ portfolioId, accountId, onDone }: FormProps & { accountId: string }) {
  const { t } = useTranslation();
  const known = useQuery(accountQuery(portfolioId, accountId));
  const change = useChangeAccount(portfolioId, accountId);
  if (known.error) return <ProblemNotice error={known.error} onRetry={() => void known.refetch()} />;
  if (!known.data) return <Skeleton className="h-24 w-full" />;
  const { body: start, etag: opened } = known.data;
  const save = (body: AccountRequest, etag = opened) =>
    change.mutate(
      { body, etag },
      {
        onSuccess: () => {
          toast(t('accounts.changed'));
          onDone();
        },
      },
    );
  return (
    <AccountForm
      title={t('accounts.changeOf', { name: start.name })}
      start={start}
      saving={change.isPending}
      error={change.error}
      onCancel={onDone}
      onSave={save}
      onOverride={async (body) => {
        const { data } = await known.refetch();
        if (data) save(body, data.etag);
      }}
    />
  );
}
