import { useTranslation } from '@/shared/i18n/i18n';
import type { RiskResult } from '@/api/types';
import { ChartCard } from '@/shared/charts/ChartCard';
import { figures } from '@/shared/charts/figures';
import { day, percent } from '@/shared/format/format';
import { riskiest, topContributions } from './model/result';

/** Where the money is against where the risk comes from, holding by holding. */
export function Contributions({ result }: { result: RiskResult }) {
  const { t } = useTranslation();
  const { rows, rest } = topContributions(result);
  const top = riskiest(result);
  if (!top) return null;
  const bars = [
    ...rows.map((row) => ({ name: row.symbol, weight: row.weight, share: row.share })),
    ...(rest
      ? [{ name: t('result.others', { count: rest.count }), weight: rest.weight, share: rest.share }]
      : []),
  ];
  const longest = Math.max(...bars.flatMap((bar) => [Math.abs(bar.weight), Math.abs(bar.share)]), 0.01);
  return (
    <ChartCard
      title={t('result.contributions')}
      learn="risk-contribution"
      term={t('result.contributionsTerm')}
      caption={t('result.contributionsCaption', {
        from: day(result.provenance.from),
        to: day(result.provenance.to),
      })}
      chart={
        <>
          <p className="mb-4">
            {t('result.topRisk', {
              symbol: top.symbol,
              weight: percent(top.weight, 0),
              share: percent(top.share, 0),
            })}
          </p>
          <div className="mb-3 flex gap-5 text-dense text-muted" aria-hidden="true">
            <span className="inline-flex items-center gap-2">
              <span className="size-3 rounded-[3px] bg-primary/35" />
              {t('result.capital')}
            </span>
            <span className="inline-flex items-center gap-2">
              <span className="size-3 rounded-[3px] bg-loss" />
              {t('result.riskShare')}
            </span>
          </div>
          <ul className="space-y-3">
            {bars.map((bar) => (
              <li
                key={bar.name}
                className="grid grid-cols-[5.500rem_minmax(0,1fr)] items-center gap-3 text-dense"
              >
                <span className="truncate font-medium">{bar.name}</span>
                <span className="space-y-1">
                  <Bar
                    value={bar.weight}
                    longest={longest}
                    label={t('result.capital')}
                    className="bg-primary/35"
                  />
                  <Bar
                    value={bar.share}
                    longest={longest}
                    label={t('result.riskShare')}
                    className="bg-loss"
                  />
                </span>
              </li>
            ))}
          </ul>
        </>
      }
      figures={figures(t('result.contributionsTable'), result.contributions, [
        { name: t('column.symbol'), kind: 'name', of: (row) => row.symbol },
        { name: t('result.capital'), of: (row) => row.weight, show: (row) => percent(row.weight, 1) },
        { name: t('result.riskShare'), of: (row) => row.share, show: (row) => percent(row.share, 1) },
        { name: t('result.component'), of: (row) => row.component, show: (row) => percent(row.component, 2) },
      ])}
    />
  );
}

function Bar({
  value,
  longest,
  label,
  className,
}: {
  value: number;
  longest: number;
  label: string;
  className: string;
}) {
  return (
    <span className="flex items-center gap-2">
      <span className="sr-only">{label}: </span>
      <span
        className={`h-3 rounded-[3px] ${className}`}
        style={{ width: `${(Math.abs(value) / longest) * 82}%`, minWidth: 2 }}
      />
      <span className="figures text-caption text-muted">{percent(value, 1)}</span>
    </span>
  );
}
