import { type FormEvent, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { AlertChannels } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { saidAt, served } from '@/shared/i18n/Served';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { CheckField, TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { toast } from '@/shared/ui/toast';
import { useChangeChannels, useEmail } from './api';

type Props = { channels: AlertChannels; etag: string | null };

/** Alerts by e-mail: on or off, to which address, and a test. An address counts once its code has come back. */
export function EmailCard({ channels, etag }: Props) {
  const { t } = useTranslation();
  const { email, quietHours } = channels;
  const change = useChangeChannels();
  const { test, reset } = useEmail();
  if (!email.available)
    return (
      <Card title={t('alerts.email')}>
        <p className="text-muted">{served(email.unavailableBecause) ?? t('alerts.emailAway')}</p>
      </Card>
    );
  return (
    <Card title={t('alerts.email')}>
      <div className="space-y-4">
        <CheckField
          label={t('alerts.emailOn')}
          checked={email.enabled}
          disabled={change.isPending}
          onChange={(event) =>
            change.mutate({
              body: { emailEnabled: event.target.checked, ...(quietHours ? { quietHours } : {}) },
              etag,
            })
          }
        />
        {email.address ? (
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium break-all">{email.address}</span>
            <Badge>{email.ofAccount ? t('alerts.ofAccount') : t('alerts.verified')}</Badge>
            <Button
              size="small"
              busy={test.isPending}
              onClick={() => test.mutate(undefined, { onSuccess: () => toast(t('alerts.testSent')) })}
            >
              {t('alerts.test')}
            </Button>
          </p>
        ) : null}
        {email.address && !email.ofAccount && !email.pendingAddress ? (
          <Button size="small" look="ghost" busy={reset.isPending} onClick={() => reset.mutate()}>
            {t('alerts.backToAccount')}
          </Button>
        ) : null}
        {email.pendingAddress ? (
          <>
            <p>{t('alerts.pending', { address: email.pendingAddress })}</p>
            <Code />
            <Button size="small" look="ghost" busy={reset.isPending} onClick={() => reset.mutate()}>
              {t('alerts.keepOld')}
            </Button>
          </>
        ) : (
          <Address />
        )}
        {[change.error, test.error, reset.error].map((error, index) =>
          error ? <ProblemNotice key={index} error={error} /> : null,
        )}
      </div>
    </Card>
  );
}

function Address() {
  const { t } = useTranslation();
  const { setAddress } = useEmail();
  const [address, setText] = useState('');
  const refused = setAddress.error ? asProblem(setAddress.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() !== '' && !setAddress.isPending) setAddress.mutate(address.trim());
  };
  return (
    <form onSubmit={submit} noValidate className="flex max-w-lg flex-wrap items-end gap-3">
      <TextField
        type="email"
        className="min-w-56 flex-1"
        label={t('alerts.otherAddress')}
        autoComplete="email"
        value={address}
        error={saidAt(refused, 'address')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" busy={setAddress.isPending} disabled={address.trim() === ''}>
        {t('alerts.sendCode')}
      </Button>
      {refused && !refused.isAllAt('address') ? <ProblemNotice error={refused} className="w-full" /> : null}
    </form>
  );
}

function Code() {
  const { t } = useTranslation();
  const { verify } = useEmail();
  const [code, setCode] = useState('');
  const refused = verify.error ? asProblem(verify.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === '' || verify.isPending) return;
    verify.mutate(code.trim(), { onSuccess: () => toast(t('alerts.addressIs')) });
  };
  return (
    <form onSubmit={submit} noValidate className="flex max-w-lg flex-wrap items-end gap-3">
      <TextField
        className="w-44"
        label={t('alerts.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        error={saidAt(refused, 'code')}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" look="primary" busy={verify.isPending} disabled={code.trim() === ''}>
        {t('alerts.confirm')}
      </Button>
      {refused && !refused.isAllAt('code') ? <ProblemNotice error={refused} className="w-full" /> : null}
    </form>
  );
}
