import { type FormEvent, useState } from 'react';
import type { Recommendation } from '@/api/types';
import { day, money, moneyChange, percent, roundMoney } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { useBringBack, useDismiss } from './api';
import { measured } from './model/measure';
import { ThresholdForm } from './ThresholdForm';
import { useSubject } from './useSubject';

type Props = { portfolioId: string; recommendation: Recommendation };

/** One finding: what was measured against what, why it matters, and what a trade would change about it. */
export function RecommendationCard({ portfolioId, recommendation: it }: Props) {
  const { t } = useTranslation();
  const subject = useSubject()(it);
  return (
    <Card
      title={<Served>{it.title}</Served>}
      term={t(`rule.${it.rule}`)}
      actions={subject ? <Badge tone="primary">{subject}</Badge> : undefined}
    >
      <p className="max-w-3xl">
        <Served>{it.reason}</Served>
      </p>
      <dl className="mt-4 grid grid-cols-2 gap-4 sm:grid-cols-3 lg:max-w-2xl">
        <Figure term={t('recommendations.measured')} value={measured(it.measured, it.unit)} large />
        <Figure term={t('recommendations.threshold')} value={measured(it.threshold, it.unit)} />
        <Figure term={t('recommendations.affected')} value={roundMoney(it.affectedAmount, it.currency)} />
      </dl>
      <Effect recommendation={it} />
      {it.dismissal ? (
        <BringBack portfolioId={portfolioId} recommendation={it} />
      ) : (
        <div className="mt-4 flex flex-wrap items-start gap-2">
          <ThresholdForm rule={it.rule} unit={it.unit} threshold={it.threshold} />
          <Dismiss portfolioId={portfolioId} recommendationId={it.id} />
        </div>
      )}
    </Card>
  );
}

function Figure({ term, value, large = false }: { term: string; value: string; large?: boolean }) {
  return (
    <div>
      <dt className="text-dense text-muted">{term}</dt>
      <dd className={`figures font-semibold ${large ? 'text-section text-warn' : 'text-section'}`}>
        {value}
      </dd>
    </div>
  );
}

/** The trade is never shown without what it would change. */
function Effect({ recommendation: it }: { recommendation: Recommendation }) {
  const { t } = useTranslation();
  const { effect } = it;
  if (!effect || it.trades.length === 0) return null;
  const changes = [
    [
      t('recommendations.measured'),
      measured(effect.measuredBefore, it.unit),
      measured(effect.measuredAfter, it.unit),
    ],
    ...(effect.riskScoreBefore !== undefined && effect.riskScoreAfter !== undefined
      ? [[t('recommendations.score'), `${effect.riskScoreBefore}`, `${effect.riskScoreAfter}`]]
      : []),
    ...(effect.volatilityBefore !== undefined && effect.volatilityAfter !== undefined
      ? [
          [
            t('recommendations.swing'),
            percent(effect.volatilityBefore, 1),
            percent(effect.volatilityAfter, 1),
          ],
        ]
      : []),
  ];
  return (
    <div className="mt-4 grid gap-x-8 gap-y-4 rounded-control bg-surface-2/60 p-4 sm:grid-cols-2">
      <div>
        <h3 className="text-dense font-semibold">{t('recommendations.trade')}</h3>
        <ul className="mt-1.5 space-y-1">
          {it.trades.slice(0, 8).map((trade) => (
            <li key={trade.symbol} className="figures flex justify-between gap-4">
              <span className="font-medium">{trade.symbol}</span>
              <span>{moneyChange(Number(trade.amount) * (trade.side === 'SELL' ? -1 : 1), it.currency)}</span>
            </li>
          ))}
        </ul>
        {it.trades.length > 8 ? (
          <p className="text-caption text-muted">
            {t('recommendations.moreTrades', { count: it.trades.length - 8 })}
          </p>
        ) : null}
      </div>
      <div>
        <h3 className="text-dense font-semibold">{t('recommendations.would')}</h3>
        <dl className="mt-1.5 space-y-1">
          {changes.map(([term, before, after]) => (
            <div key={term} className="figures flex justify-between gap-4">
              <dt className="text-muted">{term}</dt>
              <dd>{t('recommendations.fromTo', { before: before ?? '', after: after ?? '' })}</dd>
            </div>
          ))}
          <div className="figures flex justify-between gap-4">
            <dt className="text-muted">{t('recommendations.cash')}</dt>
            <dd>{money(effect.cashAfter, it.currency)}</dd>
          </div>
        </dl>
      </div>
    </div>
  );
}

function Dismiss({ portfolioId, recommendationId }: { portfolioId: string; recommendationId: string }) {
  const { t } = useTranslation();
  const dismiss = useDismiss(portfolioId);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!asking)
    return (
      <Button size="small" look="ghost" onClick={() => setAsking(true)}>
        {t('recommendations.dismiss')}
      </Button>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') dismiss.mutate({ recommendationId, reason: reason.trim() });
  };
  return (
    <form onSubmit={submit} className="flex w-full max-w-xl flex-wrap items-end gap-2">
      <TextField
        label={t('recommendations.reason')}
        hint={t('recommendations.reasonHint')}
        required
        maxLength={500}
        className="min-w-56 flex-1"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <span className="flex gap-2 pb-6">
        <Button type="submit" look="primary" disabled={reason.trim() === ''} busy={dismiss.isPending}>
          {t('recommendations.dismissYes')}
        </Button>
        <Button onClick={() => setAsking(false)}>{t('recommendations.dismissNo')}</Button>
      </span>
      {dismiss.error ? <ProblemNotice error={dismiss.error} className="w-full" /> : null}
    </form>
  );
}

function BringBack({ portfolioId, recommendation }: Props) {
  const { t } = useTranslation();
  const bringBack = useBringBack(portfolioId);
  const { dismissal } = recommendation;
  if (!dismissal) return null;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-3 text-dense">
      <p className="min-w-0 flex-1">
        {t('recommendations.because', { when: day(dismissal.dismissedAt), reason: dismissal.reason })}
      </p>
      <Button size="small" busy={bringBack.isPending} onClick={() => bringBack.mutate(recommendation.id)}>
        {t('recommendations.bringBack')}
      </Button>
      {bringBack.error ? <ProblemNotice error={bringBack.error} className="w-full" /> : null}
    </div>
  );
}
