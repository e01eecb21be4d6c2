import type { FactorResult } from '@/api/types';
import { TableCsv } from '@/features/analysis/AnalysisPage';
import { FigureHelp } from '@/features/figures/FigureHelp';
import { StudentCard } from '@/features/figures/StudentCard';
import { useReaches } from '@/features/level/level';
import { OriginCard } from '@/features/risk/OriginCard';
import { WordsCard } from '@/features/risk/WordsCard';
import { percent, percentChange, ratio } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { RollingCard } from './RollingCard';

/** Whose formulas a student is shown. */
const taught = [
  'rSquared',
  'adjustedRSquared',
  'annualAlpha',
  'loadings.0.beta',
  'loadings.0.tStat',
  'loadings.0.pValue',
  'specificVolatility',
] as const;

/** What the factors explain: in words, how much, and each with its loading and how sure that is. */
export function FactorView({ result }: { result: FactorResult }) {
  const { t } = useTranslation();
  const detailed = useReaches('DETAILED');
  const tiles = [
    { key: 'rSquared', value: percent(result.rSquared, 1) },
    { key: 'annualAlpha', value: percentChange(result.annualAlpha, 1) },
    { key: 'specificVolatility', value: percent(result.specificVolatility, 1) },
  ] as const;
  return (
    <div className="space-y-5">
      <WordsCard
        sentences={result.provenance.simulated ? result.sentences.slice(1) : result.sentences}
        simulated={result.provenance.simulated}
        note={t('factor.note')}
      />
      <ul className="grid gap-3 sm:grid-cols-3 sm:gap-4" aria-label={t('result.measures')}>
        {tiles.map(({ key, value }) => (
          <li key={key} className="card p-4 sm:p-5">
            <div className="flex items-start justify-between gap-2">
              <p className="text-body font-medium">{t(`factor.tile.${key}`)}</p>
              <FigureHelp question={t(`factor.tile.${key}`)} term={t(`factor.tileTerm.${key}`)} name={key} />
            </div>
            <p className="text-caption text-muted">{t(`factor.tileTerm.${key}`)}</p>
            <p className="figures mt-2 text-figure font-semibold tracking-[-0.02em]">{value}</p>
          </li>
        ))}
      </ul>
      <Card
        title={t('factor.loadings')}
        learn="factor"
        term={t('factor.loadingsTerm', { lags: result.lags })}
        actions={<TableCsv table="loadings" />}
        padded={false}
      >
        <Table label={t('factor.loadingsTerm', { lags: result.lags })}>
          <thead>
            <tr>
              <Th>{t('factor.factor')}</Th>
              <Th right>{t('factor.beta')}</Th>
              {detailed ? (
                <>
                  <Th right>t</Th>
                  <Th right>p</Th>
                </>
              ) : null}
              <Th right>{t('factor.share')}</Th>
            </tr>
          </thead>
          <tbody>
            {result.loadings.map((row) => (
              <Tr key={row.factor}>
                <Td className="font-medium">{row.factor}</Td>
                <Td right>{ratio(row.beta)}</Td>
                {detailed ? (
                  <>
                    <Td right>{ratio(row.tStat, 1)}</Td>
                    <Td right>{ratio(row.pValue, 3)}</Td>
                  </>
                ) : null}
                <Td right>{percent(row.share, 1)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Card>
      <RollingCard result={result} />
      <StudentCard result={result} figures={taught} />
      <OriginCard provenance={result.provenance} assumptions={result.assumptions} />
    </div>
  );
}
