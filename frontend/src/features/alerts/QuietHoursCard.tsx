import { type FormEvent, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { AlertChannels } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { CheckField, TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { toast } from '@/shared/ui/toast';
import { useChangeChannels } from './api';

type Props = { channels: AlertChannels; etag: string | null };

/** When mails and webhooks wait until morning. The inbox never waits. */
export function QuietHoursCard({ channels: { email, quietHours }, etag }: Props) {
  const { t } = useTranslation();
  const change = useChangeChannels();
  const [on, setOn] = useState(quietHours !== undefined && quietHours !== null);
  const [from, setFrom] = useState(quietHours?.from.slice(0, 5) ?? '22:00');
  const [to, setTo] = useState(quietHours?.to.slice(0, 5) ?? '07:00');
  const [urgentPasses, setPasses] = useState(quietHours?.urgentPasses ?? true);
  const zone = quietHours?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const refused = change.error ? asProblem(change.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      {
        body: {
          emailEnabled: email.enabled,
          ...(on ? { quietHours: { from, to, zone, urgentPasses } } : {}),
        },
        etag,
      },
      { onSuccess: () => toast(t('alerts.quietSaved')) },
    );
  };
  return (
    <Card title={t('alerts.quiet')} term={t('alerts.quietTerm')}>
      <form onSubmit={submit} noValidate className="space-y-4">
        <CheckField
          label={t('alerts.quietOn')}
          checked={on}
          onChange={(event) => setOn(event.target.checked)}
        />
        {on ? (
          <>
            <div className="flex flex-wrap gap-4">
              <TextField
                type="time"
                className="w-40"
                label={t('alerts.quietFrom')}
                value={from}
                onChange={(event) => setFrom(event.target.value)}
              />
              <TextField
                type="time"
                className="w-40"
                label={t('alerts.quietTo')}
                value={to}
                onChange={(event) => setTo(event.target.value)}
              />
            </div>
            <p className="text-dense text-muted">{t('alerts.zone', { zone })}</p>
            <CheckField
              label={t('alerts.urgentPasses')}
              checked={urgentPasses}
              onChange={(event) => setPasses(event.target.checked)}
            />
          </>
        ) : null}
        {refused ? <ProblemNotice error={refused} /> : null}
        <Button type="submit" busy={change.isPending}>
          {t('alerts.save')}
        </Button>
      </form>
    </Card>
  );
}
