import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { RiskResult } from '@/api/types';
import { day } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { figureQuery } from './api';
import { shown, written } from './model/figure';
import { Recompute } from './Recompute';

type Props = { analysisId: string; name: string; currency: string | undefined };
type Provenance = RiskResult['provenance'];

/** How a figure came about, as the service knows it. */
export default function FigureDetails({ analysisId, name, currency }: Props) {
  const { t } = useTranslation();
  const figure = useQuery(figureQuery(analysisId, name));
  const [typeset, setTypeset] = useState(false);
  if (figure.error) return <ProblemNotice error={figure.error} onRetry={() => void figure.refetch()} />;
  if (!figure.data) return <Skeleton className="h-40 w-full" />;
  const { title, value, unit, formula, latex, inputs, method, source } = figure.data;
  const provenance = figure.data.provenance as Provenance;
  return (
    <div className="space-y-3 border-t border-line pt-3">
      <Part title={t('figures.exactly')}>
        <Served>{title}</Served>:{' '}
        <span className="figures font-medium text-fg">{written(value, unit, currency)}</span>
      </Part>
      <Part title={t('figures.formula')}>
        <code className="block rounded-control bg-surface-2 px-3 py-2 break-words whitespace-pre-wrap text-fg">
          {typeset && latex ? latex : <Served>{formula}</Served>}
        </code>
        {latex ? (
          <button
            type="button"
            aria-pressed={typeset}
            onClick={() => setTypeset(!typeset)}
            className="mt-1 min-h-6 text-primary underline-offset-2 hover:underline"
          >
            {t('figures.latex')}
          </button>
        ) : null}
      </Part>
      {inputs.length > 0 ? (
        <Part title={t('figures.inputs')}>
          <dl className="space-y-1">
            {inputs.map((input) => (
              <div key={input.name} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-3">
                <dt className="break-words">{input.name}</dt>
                <dd className="figures break-words text-fg">
                  {shown(input.value)}
                  {input.count ? ` ${t('figures.ofMany', { count: input.count })}` : ''}
                </dd>
              </div>
            ))}
          </dl>
        </Part>
      ) : null}
      <Part title={t('figures.data')}>
        {t('figures.dataText', {
          from: day(provenance.from),
          to: day(provenance.to),
          provider: provenance.provider,
          engine: provenance.engineVersion,
          seed: String(provenance.seed),
        })}
        {provenance.simulated ? ` ${t('figures.simulated')}` : ''}
      </Part>
      <Part title={t('figures.source')}>
        <cite className="not-italic">
          <Served>{source}</Served>
        </cite>
        {method ? (
          <span className="block">{t('figures.method', { page: `docs/methods/${method}.md` })}</span>
        ) : null}
      </Part>
      <Recompute analysisId={analysisId} />
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h4 className="font-semibold text-fg">{title}</h4>
      <div>{children}</div>
    </div>
  );
}
