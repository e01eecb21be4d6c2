import { useQuery } from '@tanstack/react-query';
import type { RiskScore } from '@/api/types';
import { count, day, percent, ratio } from '@/shared/format/format';
import { type TextKey, useTranslation } from '@/shared/i18n/i18n';
import { Served, served } from '@/shared/i18n/Served';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { Explain } from '@/shared/ui/Explain';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Unhurried } from '@/shared/rendering/Unhurried';
import { riskScoreQuery } from './api';
import { ScoreScale } from './ScoreScale';

const words = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The score from 1 to 7, the parts that add up to it, the loss in money, and what stands beside it. */
export function RiskScoreCard({ portfolioId }: { portfolioId: string }) {
  const score = useQuery(riskScoreQuery(portfolioId));
  if (score.error) return <ProblemNotice error={score.error} onRetry={() => void score.refetch()} />;
  if (!score.data) return <ToCome />;
  return (
    <Unhurried instead={<ToCome />}>
      <ScoreCard score={score.data} />
    </Unhurried>
  );
}

const ToCome = () => <Skeleton className="h-80 w-full" />;

function ScoreCard({ score: it }: { score: RiskScore }) {
  const { t } = useTranslation();
  return (
    <Card
      title={t('score.title')}
      term={t('score.term')}
      actions={
        <>
          {it.simulated ? (
            <Badge tone="primary" title={t('simulated.why')}>
              {t('simulated.label')}
            </Badge>
          ) : null}
          <Explain about={t('score.term')}>
            <p>{t('score.plain')}</p>
            <p>{t('score.bands')}</p>
            <p>{t('score.formula')}</p>
            <p>{t('score.misread')}</p>
          </Explain>
        </>
      }
    >
      {it.status === 'SCORED' && it.score !== undefined ? (
        <Scored score={it} value={it.score} />
      ) : (
        <div className="space-y-1">
          <p className="font-medium">{t('score.none')}</p>
          <p className="text-muted">{served(it.reason)}</p>
        </div>
      )}
    </Card>
  );
}

function Scored({ score: it, value }: { score: RiskScore; value: number }) {
  const { t } = useTranslation();
  const step = words.find((candidate) => candidate === String(value)) ?? '7';
  const word = t(`score.word.${step}` satisfies TextKey);
  const slowest = it.liquidity.slowest[0];
  return (
    <div className="space-y-4">
      <p className="flex items-baseline gap-3">
        <span className="figures text-figure font-semibold tracking-[-0.02em]">
          {t('score.of', { score: value })}
        </span>
        <span className="text-section text-muted">{word}</span>
      </p>
      <ScoreScale score={value} label={t('score.scale', { score: value, word })} />
      {it.sentence ? (
        <p>
          <Served>{it.sentence}</Served>
        </p>
      ) : null}
      <dl aria-label={t('score.parts')} className="divide-y divide-line border-y border-line text-dense">
        {it.components.map((part) => (
          <div key={part.part} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2">
            <dt>
              <span className="font-medium">{t(`score.part.${part.part}`)}</span>
              <span className="block text-muted">
                <Served>{part.explanation}</Served>
              </span>
            </dt>
            <dd className="figures self-center font-semibold whitespace-nowrap">
              {t('score.points', { count: part.points })}
            </dd>
          </div>
        ))}
        <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2 font-semibold">
          <dt>{t('score.sum')}</dt>
          <dd className="figures">
            {(it.beforeCap ?? value) > value
              ? t('score.capped', { sum: it.beforeCap ?? value })
              : t('score.points', { count: value })}
          </dd>
        </div>
      </dl>
      <dl className="grid gap-x-6 gap-y-2 text-dense sm:grid-cols-2">
        <div>
          <dt className="text-muted">{t('score.drawdown')}</dt>
          <dd className="figures font-semibold">
            {percent(it.maximumDrawdown === undefined ? undefined : -it.maximumDrawdown, 1)}
          </dd>
        </div>
        <div>
          <dt className="text-muted">{t('score.liquidity')}</dt>
          <dd className="figures font-semibold">{percent(it.liquidity.withinADay, 0)}</dd>
          {slowest && slowest.days > 1 ? (
            <dd className="text-muted">
              {t('score.slowest', {
                symbol: slowest.symbol,
                days: slowest.days < 10 ? ratio(slowest.days, 1) : count(slowest.days),
              })}
            </dd>
          ) : null}
        </div>
      </dl>
      {it.symbolsWithoutHistory.length > 0 ? (
        <p className="text-dense text-warn">
          {t('score.without', { symbols: it.symbolsWithoutHistory.slice(0, 8).join(', ') })}
        </p>
      ) : null}
      <p className="text-caption text-muted">
        {t('score.window', { count: it.observations, from: day(it.from), to: day(it.to) })}
      </p>
    </div>
  );
}
