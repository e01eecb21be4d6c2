import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { api, idempotencyKey, unwrap } from '@/api/client';
import type { AccessToken } from '@/api/types';
import { day, dayTime } from '@/shared/format/format';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

/** Keys for one's own scripts: shown once, listed without their secret, and taken back at once. */
export function AccessTokens() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: ['tokens'] });
  const tokens = useQuery({
    queryKey: ['tokens'],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/me/tokens', { signal }))).items,
  });
  const create = useMutation({
    mutationFn: (name: string) =>
      unwrap(api.POST('/api/v1/me/tokens', { body: { name }, headers: idempotencyKey() })),
    onSuccess: changed,
  });
  const [name, setName] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || create.isPending) return;
    create.mutate(name.trim(), { onSuccess: () => setName('') });
  };

  return (
    <Card title={t('tokens.title')} term={t('tokens.why')}>
      <form onSubmit={submit} className="flex max-w-lg flex-wrap items-end gap-3">
        <TextField
          className="min-w-48 flex-1"
          label={t('tokens.name')}
          value={name}
          maxLength={80}
          placeholder={t('tokens.example')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={name.trim() === ''} busy={create.isPending}>
          {t('tokens.create')}
        </Button>
      </form>
      {create.error ? <ProblemNotice error={create.error} className="mt-4" /> : null}
      {create.data ? <Fresh token={create.data.token} /> : null}
      {tokens.error ? (
        <ProblemNotice error={tokens.error} className="mt-4" onRetry={() => void tokens.refetch()} />
      ) : null}
      {tokens.data && tokens.data.length > 0 ? (
        <div className="-mx-5 mt-5">
          <Table label={t('tokens.title')}>
            <thead>
              <tr>
                <Th>{t('tokens.name')}</Th>
                <Th className="max-sm:hidden">{t('tokens.created')}</Th>
                <Th className="max-sm:hidden">{t('tokens.used')}</Th>
                <Th right>
                  <span className="sr-only">{t('jobs.actions')}</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {tokens.data.map((token) => (
                <Row key={token.id} token={token} onRevoked={changed} />
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
    </Card>
  );
}

function Row({ token, onRevoked }: { token: AccessToken; onRevoked: () => Promise<void> }) {
  const { t } = useTranslation();
  const revoke = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id: token.id } } })),
    onSuccess: onRevoked,
  });
  return (
    <Tr>
      <Td className="font-medium">{token.name}</Td>
      <Td className="text-muted max-sm:hidden">{day(token.createdAt)}</Td>
      <Td className="text-muted max-sm:hidden">
        {token.lastUsedAt ? dayTime(token.lastUsedAt) : t('tokens.never')}
      </Td>
      <Td right>
        <Button
          size="small"
          look="danger"
          busy={revoke.isPending}
          aria-label={t('tokens.revokeName', { name: token.name })}
          onClick={() => revoke.mutate()}
        >
          {t('tokens.revoke')}
        </Button>
      </Td>
    </Tr>
  );
}

function Fresh({ token }: { token: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <div role="status" className="mt-4 rounded-card border border-primary/30 bg-primary-soft p-4">
      <p className="text-dense font-medium">{t('tokens.once')}</p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <code className="min-w-0 rounded-control bg-surface px-2 py-1.5 text-dense break-all select-all">
          {token}
        </code>
        <Button
          size="small"
          onClick={() => {
            void navigator.clipboard.writeText(token).then(() => setCopied(true));
          }}
        >
          {copied ? (
            <Check className="size-4" aria-hidden="true" />
          ) : (
            <Copy className="size-4" aria-hidden="true" />
          )}
          {copied ? t('tokens.copied') : t('tokens.copy')}
        </Button>
      </div>
    </div>
  );
}
