import { BellOff, BellRing, Pencil, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { AlertRule } from '@/api/types';
import { dayTime } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { cx } from '@/shared/ui/cx';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { useChangeRule, useDeleteRule } from './api';
import { draftOf, requestOf } from './model/rule';

/** One rule in a sentence, with where it stands. Deleting asks once more in place. */
export function RuleCard({ rule, onEdit }: { rule: AlertRule; onEdit: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const change = useChangeRule();
  const remove = useDeleteRule();
  const [asking, setAsking] = useState(false);
  const toggle = () =>
    change.mutate({
      id: rule.id,
      body: { ...requestOf(draftOf(rule), rule.name), enabled: !rule.enabled },
    });
  return (
    <article aria-labelledby={id} className={cx('card p-4 sm:p-5', !rule.enabled && 'bg-surface-2/50')}>
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="min-w-0 text-body font-semibold">
          {rule.name}
        </h2>
        <span className="flex items-center gap-2">
          <Badge>{t(`alerts.kind.${rule.kind}`)}</Badge>
          <State rule={rule} />
        </span>
      </header>
      <p className="mt-1">
        <Served>{rule.sentence}</Served>
      </p>
      {rule.problem ? (
        <p role="note" className="mt-2 rounded-control bg-warn-soft px-3 py-2 text-dense text-warn">
          <Served>{rule.problem}</Served>
        </p>
      ) : null}
      <p className="figures mt-2 text-dense text-muted">
        {[
          t('alerts.firings', { count: rule.firings }),
          rule.state === 'TRIGGERED' ? t('alerts.since', { when: dayTime(rule.stateSince) }) : undefined,
          rule.lastValue ? t('alerts.lastValue', { value: rule.lastValue }) : undefined,
          rule.state === 'TRIGGERED' && rule.rearmsAt
            ? t('alerts.rearmsAt', { value: rule.rearmsAt })
            : undefined,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {asking ? (
          <>
            <span className="text-dense">{t('alerts.deleteSure', { name: rule.name })}</span>
            <Button size="small" look="danger" busy={remove.isPending} onClick={() => remove.mutate(rule.id)}>
              {t('alerts.deleteYes')}
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              {t('alerts.deleteNo')}
            </Button>
          </>
        ) : (
          <>
            <Button size="small" aria-label={t('alerts.editOf', { name: rule.name })} onClick={onEdit}>
              <Pencil className="size-4" aria-hidden="true" />
              {t('alerts.edit')}
            </Button>
            <Button
              size="small"
              busy={change.isPending}
              aria-pressed={rule.enabled}
              aria-label={t('alerts.watchOf', { name: rule.name })}
              onClick={toggle}
            >
              {rule.enabled ? (
                <BellRing className="size-4" aria-hidden="true" />
              ) : (
                <BellOff className="size-4" aria-hidden="true" />
              )}
              {rule.enabled ? t('alerts.on') : t('alerts.off')}
            </Button>
            <Button
              size="small"
              look="ghost"
              aria-label={t('alerts.deleteOf', { name: rule.name })}
              onClick={() => setAsking(true)}
            >
              <Trash2 className="size-4" aria-hidden="true" />
            </Button>
          </>
        )}
      </div>
      {change.error ? <ProblemNotice error={change.error} className="mt-3" /> : null}
      {remove.error ? <ProblemNotice error={remove.error} className="mt-3" /> : null}
    </article>
  );
}

function State({ rule }: { rule: AlertRule }) {
  const { t } = useTranslation();
  if (!rule.enabled) return <Badge>{t('alerts.off')}</Badge>;
  return rule.state === 'TRIGGERED' ? (
    <Badge tone="danger">{t('alerts.TRIGGERED')}</Badge>
  ) : (
    <Badge tone="gain">{t('alerts.ARMED')}</Badge>
  );
}
