import { useQuery } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { Webhook } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { saidAt, Served } from '@/shared/i18n/Served';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { CheckField, TextField } from '@/shared/ui/Field';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { toast } from '@/shared/ui/toast';
import { useAddWebhook, useWebhook, webhooksQuery } from './api';

/** Programs of one's own that are told: each with a secret that is shown once. */
export function WebhooksCard({ allowed }: { allowed: number }) {
  const { t } = useTranslation();
  const webhooks = useQuery(webhooksQuery);
  const add = useAddWebhook();
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const refused = add.error ? asProblem(add.error) : undefined;
  const said = (field: string) => saidAt(refused, field);
  const list = webhooks.data ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (url.trim() === '' || add.isPending) return;
    add.mutate(
      { url: url.trim(), ...(description.trim() ? { description: description.trim() } : {}) },
      {
        onSuccess: () => {
          setUrl('');
          setDescription('');
        },
      },
    );
  };
  return (
    <Card title={t('alerts.webhooks')} term={t('alerts.webhooksTerm')}>
      {webhooks.error ? (
        <ProblemNotice error={webhooks.error} onRetry={() => void webhooks.refetch()} />
      ) : null}
      {webhooks.isPending ? <Skeleton className="h-20 w-full" /> : null}
      <ul className="divide-y divide-line">
        {list.map((webhook) => (
          <li key={webhook.id} className="py-3">
            <Line webhook={webhook} />
          </li>
        ))}
      </ul>
      {list.length < allowed ? (
        <form onSubmit={submit} noValidate className="mt-3 grid gap-3 sm:grid-cols-2">
          <TextField
            type="url"
            label={t('alerts.url')}
            hint={t('alerts.urlHint')}
            placeholder="https://"
            value={url}
            error={said('url')}
            onChange={(event) => setUrl(event.target.value)}
          />
          <TextField
            label={t('alerts.description')}
            maxLength={200}
            value={description}
            error={said('description')}
            onChange={(event) => setDescription(event.target.value)}
          />
          <div>
            <Button type="submit" busy={add.isPending} disabled={url.trim() === ''}>
              {t('alerts.addWebhook')}
            </Button>
          </div>
        </form>
      ) : (
        <p className="mt-3 text-dense text-muted">{t('alerts.noMore', { allowed })}</p>
      )}
      {refused && !refused.isAllAt('url', 'description') ? (
        <ProblemNotice error={refused} className="mt-3" />
      ) : null}
      {add.data ? <Secret secret={add.data.secret} /> : null}
    </Card>
  );
}

function Line({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const { change, remove, renew, test } = useWebhook(webhook.id);
  const [asking, setAsking] = useState(false);
  const body = {
    url: webhook.url,
    ...(webhook.description ? { description: webhook.description } : {}),
    enabled: webhook.enabled,
    observesQuietHours: webhook.observesQuietHours,
  };
  const name = webhook.description ?? webhook.url;
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium break-all">{webhook.url}</span>
        {webhook.enabled ? null : <Badge tone="warn">{t('alerts.off')}</Badge>}
        {webhook.failuresInARow > 0 ? (
          <Badge tone="danger">{t('alerts.failures', { count: webhook.failuresInARow })}</Badge>
        ) : null}
      </p>
      {webhook.description ? <p className="text-dense text-muted">{webhook.description}</p> : null}
      {webhook.disabledBecause ? (
        <p className="text-dense text-warn">
          <Served>{webhook.disabledBecause}</Served>
        </p>
      ) : null}
      <CheckField
        label={t('alerts.observes')}
        checked={webhook.observesQuietHours}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ ...body, observesQuietHours: event.target.checked })}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          busy={test.isPending}
          aria-label={t('alerts.testOf', { name })}
          onClick={() => test.mutate(undefined, { onSuccess: () => toast(t('alerts.testSent')) })}
        >
          {t('alerts.test')}
        </Button>
        <Button
          size="small"
          busy={change.isPending}
          onClick={() => change.mutate({ ...body, enabled: !webhook.enabled })}
        >
          {webhook.enabled ? t('alerts.switchOff') : t('alerts.switchOn')}
        </Button>
        <Button size="small" busy={renew.isPending} onClick={() => renew.mutate()}>
          {t('alerts.renew')}
        </Button>
        {asking ? (
          <>
            <Button size="small" look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
              {t('alerts.deleteYes')}
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              {t('alerts.deleteNo')}
            </Button>
          </>
        ) : (
          <Button
            size="small"
            look="ghost"
            aria-label={t('alerts.deleteOf', { name })}
            onClick={() => setAsking(true)}
          >
            {t('alerts.remove')}
          </Button>
        )}
      </div>
      {renew.data ? <Secret secret={renew.data.secret} /> : null}
      {[change.error, remove.error, renew.error, test.error].map((error, index) =>
        error ? <ProblemNotice key={index} error={error} /> : null,
      )}
    </div>
  );
}

/** The one time a secret is shown. */
function Secret({ secret }: { secret: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <div role="status" className="mt-4 rounded-card border border-primary/30 bg-primary-soft p-4">
      <p className="text-dense font-medium">{t('alerts.once')}</p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <code className="min-w-0 rounded-control bg-surface px-2 py-1.5 text-dense break-all select-all">
          {secret}
        </code>
        <Button
          size="small"
          onClick={() => {
            void navigator.clipboard.writeText(secret).then(() => setCopied(true));
          }}
        >
          {copied ? (
            <Check className="size-4" aria-hidden="true" />
          ) : (
            <Copy className="size-4" aria-hidden="true" />
          )}
          {copied ? t('alerts.copied') : t('alerts.copy')}
        </Button>
      </div>
    </div>
  );
}
