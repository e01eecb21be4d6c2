import type { StressResult } from '@/api/types';
import { ChartCard } from '@/shared/charts/ChartCard';
import { figures } from '@/shared/charts/figures';
import { type ShareBar, ShareBars } from '@/shared/charts/ShareBars';
import { percent, percentChange, price, ratio } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { afterARise, bondsOf, type Figure, optionsOf, type Repriced } from './model/repriced';

/** Options and bonds do not move as their past did: what a crash does to each, and what they are priced with. */
export function RepricedCard({ result }: { result: StressResult }) {
  const { t } = useTranslation();
  const options = optionsOf(result);
  const bonds = bondsOf(result);
  if (options.length + bonds.length === 0) return null;
  const bars: ShareBar[] = [
    ...options.map((option) => ({
      key: `option ${option.symbol}`,
      name: t('stress.optionIn', { symbol: option.symbol, underlying: option.underlying ?? '' }),
      share: option.fall20 ?? 0,
    })),
    ...bonds.map((bond) => ({
      key: `bond ${bond.symbol}`,
      name: t('stress.bondIn', { symbol: bond.symbol }),
      share: afterARise(bond),
    })),
  ];
  const figure = (name: Figure, show: (value: number | undefined) => string) => ({
    name: t(`stress.terms.${name}`),
    of: (of: Repriced) => of[name],
    show: (of: Repriced) => show(of[name]),
  });
  return (
    <ChartCard
      title={t('stress.repriced')}
      term={t('stress.repricedTerm')}
      caption={t('stress.repricedCaption')}
      chart={
        <ShareBars
          bars={bars}
          format={(share) => percentChange(share, 0)}
          describe={(bar) => percentChange(bar.share, 1)}
          wide
        />
      }
      figures={[
        ...(options.length === 0
          ? []
          : [
              figures(t('stress.optionsTable'), options, [
                { name: t('column.symbol'), kind: 'name', of: (of) => of.symbol },
                { name: t('stress.terms.underlying'), kind: 'text', of: (of) => of.underlying },
                figure('underlyingPrice', (value) => price(value)),
                figure('price', (value) => price(value)),
                figure('modelPrice', (value) => price(value)),
                figure('years', (value) => ratio(value)),
                figure('volatility', (value) => percent(value, 1)),
                {
                  name: t('stress.terms.volatilitySource'),
                  kind: 'text',
                  of: (of) => of.volatilitySource,
                  show: (of) => (of.volatilitySource ? t(`stress.volatilities.${of.volatilitySource}`) : '–'),
                },
                figure('delta', (value) => ratio(value)),
                figure('elasticity', (value) => ratio(value, 1)),
                figure('fall20', (value) => percentChange(value, 1)),
              ]),
            ]),
        ...(bonds.length === 0
          ? []
          : [
              figures(t('stress.bondsTable'), bonds, [
                { name: t('column.symbol'), kind: 'name', of: (of) => of.symbol },
                figure('yield', (value) => percent(value, 2)),
                figure('modifiedDuration', (value) => ratio(value)),
                figure('convexity', (value) => ratio(value, 1)),
                {
                  name: t('stress.terms.rise1'),
                  of: (of) => afterARise(of),
                  show: (of) => percentChange(afterARise(of), 1),
                },
              ]),
            ]),
      ]}
    />
  );
}
