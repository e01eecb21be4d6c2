import { useQueries } from '@tanstack/react-query';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { figureQuery } from './api';
import { useFigures } from './FigureHelp';
import { shown, written } from './model/figure';

type Props = { figures: readonly string[]; parameters: object };

/** The formulas of a page's figures as the service knows them, and the parameters they were computed with. */
export default function Formulas({ figures, parameters }: Props) {
  const { t } = useTranslation();
  const { analysisId, currency } = useFigures();
  const asked = useQueries({
    queries: figures.map((name) => ({
      ...figureQuery(analysisId ?? '', name),
      enabled: analysisId !== undefined,
    })),
  });
  const failed = asked.find(({ error }) => error);
  const rows = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined);
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Card title={t('figures.howTitle')} term={t('figures.howTerm')}>
        {failed ? <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} /> : null}
        <dl className="divide-y divide-line">
          {asked.map(({ data, isPending }, index) =>
            data ? (
              <div key={data.name} className="py-3 first:pt-0">
                <dt className="flex flex-wrap justify-between gap-x-4">
                  <span className="font-medium">
                    <Served>{data.title}</Served>
                  </span>
                  <span className="figures">{written(data.value, data.unit, currency)}</span>
                </dt>
                <dd>
                  <code className="mt-1 block rounded-control bg-surface-2 px-3 py-2 text-dense break-words whitespace-pre-wrap">
                    <Served>{data.formula}</Served>
                  </code>
                  <cite className="text-caption text-muted not-italic">
                    <Served>{data.source}</Served>
                  </cite>
                </dd>
              </div>
            ) : isPending ? (
              <div key={figures[index]} className="py-3">
                <dt className="sr-only">{figures[index]}</dt>
                <dd>
                  <Skeleton className="h-14 w-full" />
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      </Card>
      <Card title={t('figures.parameters')} term={t('figures.parametersTerm')} padded={false}>
        <Table label={t('figures.parametersTerm')}>
          <thead>
            <tr>
              <Th>{t('figures.parameter')}</Th>
              <Th>{t('figures.value')}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, value]) => (
              <Tr key={name}>
                <Td>
                  <code>{name}</code>
                </Td>
                <Td className="figures break-words">{shown(value)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </div>
  );
}
