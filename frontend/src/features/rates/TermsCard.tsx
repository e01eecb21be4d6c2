import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MarginTerms } from '@/api/types';
import { day, dayTime, percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { toast } from '@/shared/ui/toast';
import { termsQuery, type TermsChange, useSetTerms } from './api';
import { versionAt } from './model/version';
import { TermsForm } from './TermsForm';

/** What holds for every account on credit, since when and by whom, and what was and will be. */
export function TermsCard({ maySet }: { maySet: boolean }) {
  const { t } = useTranslation();
  const terms = useQuery(termsQuery);
  const [editing, setEditing] = useState(false);
  const now = terms.data?.today;
  return (
    <Card
      title={t('rates.terms.title')}
      term={t('rates.terms.term')}
      actions={
        maySet && now && !editing ? (
          <Button size="small" aria-label={t('rates.terms.formTitle')} onClick={() => setEditing(true)}>
            {t('rates.terms.change')}
          </Button>
        ) : null
      }
    >
      {terms.error ? <ProblemNotice error={terms.error} onRetry={() => void terms.refetch()} /> : null}
      {terms.isPending ? <Skeleton className="h-32 w-full" /> : null}
      {terms.data && now ? (
        <div className="space-y-4">
          <Now terms={now} />
          {editing ? (
            <Edit
              now={now}
              known={terms.data.items}
              refetch={async () => (await terms.refetch()).data?.items ?? []}
              onDone={() => setEditing(false)}
            />
          ) : null}
          {terms.data.items.length > 0 ? <History items={terms.data.items} /> : null}
        </div>
      ) : null}
    </Card>
  );
}

function useFigures() {
  const { t } = useTranslation();
  return (terms: MarginTerms) =>
    [
      ['concentratedFrom', percent(terms.concentratedFrom, 0)],
      [
        'concentrationAddOn',
        Number(terms.concentrationAddOn) === 0
          ? t('rates.terms.noAddOn')
          : percent(terms.concentrationAddOn, 0),
      ],
      ['interestRate', percent(terms.interestRate)],
      ['dayCount', t('rates.terms.days', { days: terms.dayCount })],
      ['intradayRegime', t(`rates.terms.regime.${terms.intradayRegime}`)],
    ] as const;
}

function Now({ terms }: { terms: MarginTerms }) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {figures(terms).map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-dense text-muted">{t(`rates.terms.${name}`)}</dt>
            <dd className="figures font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-caption text-muted">
        {terms.validFrom
          ? t('rates.terms.since', { when: day(terms.validFrom), name: terms.setBy ?? t('rates.nobody') })
          : t('rates.terms.standing')}
      </p>
    </>
  );
}

type EditProps = {
  now: MarginTerms;
  known: readonly MarginTerms[];
  refetch: () => Promise<readonly MarginTerms[]>;
  onDone: () => void;
};

function Edit({ now, known, refetch, onDone }: EditProps) {
  const { t } = useTranslation();
  const set = useSetTerms();
  // what was on the screen when the form was opened, not what arrived behind it
  const [opened, setOpened] = useState(known);
  const save = (change: Omit<TermsChange, 'version'>, terms = opened) =>
    set.mutate(
      { ...change, version: versionAt(terms, change.validFrom) },
      {
        onSuccess: ({ validFrom }) => {
          toast(t('rates.terms.saved', { when: day(validFrom) }));
          onDone();
        },
      },
    );
  return (
    <TermsForm
      start={now}
      saving={set.isPending}
      error={set.error}
      onCancel={onDone}
      onSave={(change) => save(change)}
      onOverride={async (change) => {
        const terms = await refetch();
        setOpened(terms);
        save(change, terms);
      }}
    />
  );
}

function History({ items }: { items: readonly MarginTerms[] }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const first = items[0];
  if (!first) return null;
  return (
    <details>
      <summary className="min-h-6 font-medium text-primary">{t('rates.terms.history')}</summary>
      <div className="-mx-5 mt-2">
        <Table label={t('rates.terms.all')}>
          <thead>
            <tr>
              <Th>{t('rates.column.from')}</Th>
              {figures(first).map(([name]) => (
                <Th key={name} className="min-w-32 whitespace-normal">
                  {t(`rates.terms.${name}`)}
                </Th>
              ))}
              <Th>{t('rates.column.setBy')}</Th>
            </tr>
          </thead>
          <tbody>
            {items.map((terms) => (
              <Tr key={terms.validFrom}>
                <Td className="figures whitespace-nowrap">{day(terms.validFrom)}</Td>
                {figures(terms).map(([name, value]) => (
                  <Td key={name}>{value}</Td>
                ))}
                <Td className="whitespace-nowrap text-muted">
                  {t('rates.setByAt', { name: terms.setBy ?? t('rates.nobody'), when: dayTime(terms.setAt) })}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
