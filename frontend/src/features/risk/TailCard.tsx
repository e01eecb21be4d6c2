import { useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import type { RiskResult } from '@/api/types';
import { percent, roundMoney } from '@/shared/format/format';
import { From } from '@/features/level/level';
import { Card } from '@/shared/ui/Card';
import { Segmented } from '@/shared/ui/Segmented';
import { Meaning } from './Meaning';
import { MethodsTable } from './MethodsTable';
import { type Choice, choices, currencyOf, headline, oneIn, pick } from './model/result';

/** How much could be lost: one figure to remember, the average beyond it, and every method beside each other. */
export function TailCard({ result }: { result: RiskResult }) {
  const { t } = useTranslation();
  const offered = choices(result);
  const first = headline(result);
  const [choice, setChoice] = useState<Choice>(() => ({
    method: first?.method ?? '',
    confidence: first?.confidence ?? 0,
    horizonDays: first?.horizonDays ?? 0,
  }));
  const figure = pick(result, choice);
  if (!figure) return null;
  const currency = currencyOf(result);
  const amount = (of: { amount: number; fraction: number }) =>
    currency ? roundMoney(-of.amount, currency) : percent(-of.fraction, 2);
  const select = (change: Partial<Choice>) => setChoice((old) => ({ ...old, ...change }));

  return (
    <Card
      title={t('tail.title', { count: choice.horizonDays, oneIn: oneIn(choice.confidence) })}
      learn="value-at-risk"
      term={t('tail.term', { confidence: percent(choice.confidence, 0), count: choice.horizonDays })}
      actions={<Meaning figure={figure} result={result} />}
    >
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div>
          <div className="flex flex-wrap gap-x-5 gap-y-3">
            <Segmented
              showLabel
              label={t('tail.horizon')}
              value={String(choice.horizonDays)}
              onChange={(value) => select({ horizonDays: Number(value) })}
              options={offered.horizons.map((days) => ({
                value: String(days),
                label: t('tail.days', { count: days }),
              }))}
            />
            <Segmented
              showLabel
              label={t('tail.howBad')}
              value={String(choice.confidence)}
              onChange={(value) => select({ confidence: Number(value) })}
              options={offered.confidences.map((confidence) => ({
                value: String(confidence),
                label: t('tail.oneIn', { oneIn: oneIn(confidence) }),
                name: t('tail.oneInName', { oneIn: oneIn(confidence), confidence: percent(confidence, 0) }),
              }))}
            />
          </div>
          <dl className="mt-5 grid grid-cols-1 gap-4 min-[420px]:grid-cols-2">
            <div>
              <dt className="text-dense text-muted">{t('tail.least')}</dt>
              <dd className="figures text-figure font-semibold tracking-[-0.02em] text-loss">
                {amount(figure)}
              </dd>
              <dd className="figures text-dense text-muted">
                {t('tail.share', { share: percent(figure.fraction, 2) })}
              </dd>
            </div>
            <div>
              <dt className="text-dense text-muted">{t('tail.average')}</dt>
              <dd className="figures text-figure font-semibold tracking-[-0.02em] text-loss">
                {amount(figure.expectedShortfall)}
              </dd>
              <dd className="figures text-dense text-muted">
                {t('tail.share', { share: percent(figure.expectedShortfall.fraction, 2) })}
              </dd>
            </div>
          </dl>
        </div>
        <From level="DETAILED" otherwise={<p className="self-end text-muted">{t('tail.simple')}</p>}>
          <MethodsTable result={result} choice={choice} onChoose={(method) => select({ method })} />
        </From>
      </div>
    </Card>
  );
}
