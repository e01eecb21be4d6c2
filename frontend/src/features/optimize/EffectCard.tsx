import type { OptimizationResult } from '@/api/types';
import { FigureHelp } from '@/features/figures/FigureHelp';
import { percent, ratio, roundMoney } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

const measures = [
  'expectedReturn',
  'volatility',
  'sharpe',
  'valueAtRiskAmount',
  'expectedShortfallAmount',
  'effectiveHoldings',
] as const;
type Measure = (typeof measures)[number];

/** The same figures before, of the mix itself, and of what whole shares reach. */
export function EffectCard({ result }: { result: OptimizationResult }) {
  const { t } = useTranslation();
  const { today, target, afterTrades } = result;
  const { amount, currency } = result.inputs.value;
  const scaled = amount !== 1;
  const write = (measure: Measure, of: typeof today | undefined) => {
    switch (measure) {
      case 'sharpe':
        return ratio(of?.sharpe);
      case 'effectiveHoldings':
        return ratio(of?.effectiveHoldings, 1);
      case 'valueAtRiskAmount':
        return scaled ? roundMoney(of && -of.valueAtRiskAmount, currency) : percent(of && -of.valueAtRisk, 1);
      case 'expectedShortfallAmount':
        return scaled
          ? roundMoney(of && -of.expectedShortfallAmount, currency)
          : percent(of && -of.expectedShortfall, 1);
      default:
        return percent(of?.[measure], 1);
    }
  };
  const name = (measure: Measure) => (scaled ? measure : measure.replace('Amount', ''));
  return (
    <Card title={t('optimize.effect')} term={t('optimize.effectTerm')} padded={false}>
      <Table label={t('optimize.effectTerm')}>
        <thead>
          <tr>
            <Th>{t('optimize.figure')}</Th>
            <Th right>{t('optimize.today')}</Th>
            <Th right>{t('optimize.target')}</Th>
            {afterTrades ? <Th right>{t('optimize.after')}</Th> : null}
          </tr>
        </thead>
        <tbody>
          {measures
            .filter((measure) => measure !== 'sharpe' || today.sharpe !== undefined)
            .map((measure) => (
              <Tr key={measure}>
                <Td className="min-w-44">
                  <span className="flex items-start gap-1">
                    <span>
                      <span className="block font-medium">{t(`optimize.measure.${measure}`)}</span>
                      <span className="block text-caption text-muted">
                        {t(`optimize.measureTerm.${measure}`)}
                      </span>
                    </span>
                    <FigureHelp
                      question={t(`optimize.measure.${measure}`)}
                      term={t(`optimize.measureTerm.${measure}`)}
                      name={`target.${name(measure)}`}
                    />
                  </span>
                </Td>
                <Td right>{write(measure, today)}</Td>
                <Td right>{write(measure, target)}</Td>
                {afterTrades ? <Td right>{write(measure, afterTrades)}</Td> : null}
              </Tr>
            ))}
        </tbody>
      </Table>
    </Card>
  );
}
