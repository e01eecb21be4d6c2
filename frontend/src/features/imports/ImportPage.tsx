import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useReducer } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { useSearchParams } from 'react-router';
import { api, unwrap, upload } from '@/api/client';
import type { Import } from '@/api/types';
import { portfoliosQuery, useCreatePortfolio } from '@/features/portfolio/api';
import { useMe } from '@/features/session/session';
import { useSettings } from '@/shared/settings/settings';
import { cx } from '@/shared/ui/cx';
import { Page } from '@/shared/ui/Page';
import { ConfirmStep } from './ConfirmStep';
import { DoneStep } from './DoneStep';
import { FileStep } from './FileStep';
import { advance, start, steps } from './model/steps';
import { ReviewStep } from './ReviewStep';

/** A file becomes transactions in four steps; nothing is kept before the third, and the fourth can undo it. */
export default function ImportPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const [state, dispatch] = useReducer(advance, start);
  const portfolios = useQuery(portfoliosQuery).data ?? [];
  const own = portfolios.filter((portfolio) => !portfolio.sample);
  const target = search.get('portfolio') ?? own[0]?.id ?? 'new';
  const currency = useMe().data?.preferences.currency ?? 'USD';
  const create = useCreatePortfolio();
  const set = useSettings((settings) => settings.set);

  async function attempt(work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      dispatch({ type: 'failed', error });
    }
  }

  const read = (file: File) =>
    attempt(async () => {
      dispatch({ type: 'uploading', file });
      const portfolioId =
        target === 'new'
          ? (await create.mutateAsync({ name: nameFrom(file), baseCurrency: currency })).id
          : target;
      if (target === 'new') setSearch({ portfolio: portfolioId }, { replace: true });
      const preview = await upload<Import>(
        `/api/v1/portfolios/${portfolioId}/imports?malformed=PREVIEW`,
        file,
      );
      dispatch({ type: 'uploaded', portfolioId, preview });
    });

  const commit = (portfolioId: string, importId: string) =>
    attempt(async () => {
      dispatch({ type: 'committing' });
      const path = { id: portfolioId, importId };
      await unwrap(
        api.POST('/api/v1/portfolios/{id}/imports/{importId}/commit', {
          params: { path, query: { skipErrors: true } },
        }),
      );
      set({ portfolioId });
      dispatch({ type: 'committed' });
      await client.invalidateQueries({ queryKey: ['portfolio'] });
    });

  const undo = (portfolioId: string, importId: string) =>
    attempt(async () => {
      dispatch({ type: 'undoing' });
      const path = { id: portfolioId, importId };
      await unwrap(api.DELETE('/api/v1/portfolios/{id}/imports/{importId}', { params: { path } }));
      dispatch({ type: 'undone' });
      await client.invalidateQueries({ queryKey: ['portfolio'] });
    });

  return (
    <Page title={t('import.title')} lead={t('import.lead')}>
      <Steps current={steps.indexOf(state.step)} />
      {state.step === 'file' ? (
        <FileStep
          portfolios={portfolios}
          target={target}
          onTarget={(portfolio) => setSearch({ portfolio }, { replace: true })}
          onFile={(file) => void read(file)}
          file={state.file}
          busy={state.busy}
          error={state.error}
        />
      ) : null}
      {state.step === 'review' ? (
        <ReviewStep
          portfolioId={state.portfolioId}
          preview={state.preview}
          onNext={() => dispatch({ type: 'toConfirm' })}
          onBack={() => dispatch({ type: 'back' })}
        />
      ) : null}
      {state.step === 'confirm' ? (
        <ConfirmStep
          name={portfolios.find((portfolio) => portfolio.id === state.portfolioId)?.name ?? ''}
          preview={state.preview}
          busy={state.busy}
          error={state.error}
          onConfirm={() => void commit(state.portfolioId, state.preview.importId)}
          onBack={() => dispatch({ type: 'back' })}
        />
      ) : null}
      {state.step === 'done' ? (
        <DoneStep
          preview={state.preview}
          undo={state.undo}
          error={state.error}
          onUndo={() => void undo(state.portfolioId, state.preview.importId)}
          onAgain={() => dispatch({ type: 'restart' })}
        />
      ) : null}
    </Page>
  );
}

/** "my_broker-2024.csv" names the portfolio "my broker 2024". */
function nameFrom(file: File) {
  const name = file.name
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim();
  return name.slice(0, 80) || 'Import';
}

function Steps({ current }: { current: number }) {
  const { t } = useTranslation();
  return (
    <ol className="grid grid-cols-4 gap-2" aria-label={t('import.steps')}>
      {steps.map((step, index) => {
        const done = index < current;
        return (
          <li
            key={step}
            aria-current={index === current ? 'step' : undefined}
            className={cx(
              'flex items-center gap-2 border-t-2 pt-2 text-dense font-medium',
              index <= current ? 'border-primary text-fg' : 'border-line text-muted',
            )}
          >
            <span
              aria-hidden="true"
              className={cx(
                'figures flex size-5 shrink-0 items-center justify-center rounded-full text-caption max-sm:hidden',
                done ? 'bg-primary text-on-primary' : 'bg-surface-2',
              )}
            >
              {done ? <Check className="size-3" /> : index + 1}
            </span>
            {t(`import.step.${step}`)}
          </li>
        );
      })}
    </ol>
  );
}
