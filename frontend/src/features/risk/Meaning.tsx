import { useTranslation } from '@/shared/i18n/i18n';
import type { RiskResult } from '@/api/types';
import { FigureHelp } from '@/features/figures/FigureHelp';
import { day, percent, roundMoney } from '@/shared/format/format';
import { currencyOf, oneIn, type TailFigure } from './model/result';
import { useMethodName } from './words';

/** What a value at risk means, for this portfolio, and how it was computed. */
export function Meaning({ figure, result }: { figure: TailFigure; result: RiskResult }) {
  const { t } = useTranslation();
  const method = useMethodName();
  const { provenance } = result;
  const currency = currencyOf(result);
  const amount = (value: number, fraction: number) =>
    currency ? roundMoney(value, currency) : percent(fraction, 1);
  return (
    <FigureHelp
      question={t('tail.title', { count: figure.horizonDays })}
      term={t('meaning.var.title', { confidence: percent(figure.confidence, 0), count: figure.horizonDays })}
      name={`valueAtRisk.${result.valueAtRisk.indexOf(figure)}.fraction`}
    >
      <p>{t('meaning.var.plain', { oneIn: oneIn(figure.confidence), count: figure.horizonDays })}</p>
      <p>
        <strong>{t('meaning.forYou')}</strong>{' '}
        {t('meaning.var.you', {
          amount: amount(figure.amount, figure.fraction),
          average: amount(figure.expectedShortfall.amount, figure.expectedShortfall.fraction),
        })}
      </p>
      <p>
        <strong>{t('meaning.misread')}</strong> {t('meaning.var.misread')}
      </p>
      <p>
        <strong>{t('meaning.how')}</strong> {t('meaning.var.how', { method: method(figure.method) })}
        {figure.flags.includes('SCALED') ? ` ${t('meaning.var.scaled')}` : ''}
      </p>
      <Provenance provenance={provenance} />
    </FigureHelp>
  );
}

function Provenance({ provenance }: { provenance: RiskResult['provenance'] }) {
  const { t } = useTranslation();
  return (
    <p>
      <strong>{t('meaning.data')}</strong>{' '}
      {t('meaning.dataText', {
        from: day(provenance.from),
        to: day(provenance.to),
        count: provenance.observations,
        provider: provenance.provider,
        engine: provenance.engineVersion,
      })}
    </p>
  );
}

/** where the result has them */
const members = {
  volatility: 'annualVolatility',
  sharpe: 'sharpe',
  drawdown: 'maxDrawdown',
  return: 'cagr',
} as const;
type Measure = keyof typeof members;

export function MeasureMeaning({
  measure,
  you,
  result,
}: {
  measure: Measure;
  you: string;
  result: RiskResult;
}) {
  const { t } = useTranslation();
  return (
    <FigureHelp
      question={t(`measure.${measure}.title`)}
      term={t(`meaning.${measure}.title`)}
      name={`performance.${members[measure]}`}
    >
      <p>{t(`meaning.${measure}.plain`)}</p>
      <p>
        <strong>{t('meaning.forYou')}</strong> {you}
      </p>
      <p>
        <strong>{t('meaning.misread')}</strong> {t(`meaning.${measure}.misread`)}
      </p>
      <p>
        <strong>{t('meaning.how')}</strong> {t(`meaning.${measure}.how`)}
      </p>
      <Provenance provenance={result.provenance} />
    </FigureHelp>
  );
}
