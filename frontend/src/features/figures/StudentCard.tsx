import { lazy, Suspense } from 'react';
import { From } from '@/features/level/level';
import { loadTexts } from '@/shared/i18n/i18n';
import { member } from './model/figure';
import { Skeleton } from '@/shared/ui/Page';

const Formulas = lazy(async () => (await Promise.all([import('./Formulas'), loadTexts('figures')]))[0]);

type Props = {
  result: { inputs: { parameters: object } };
  /** the figures whose formulas belong to what the page is about; those the result does not have are left out */
  figures: readonly string[];
};

/** For students: how the figures of the page are computed, and from which parameters. */
export function StudentCard({ result, figures }: Props) {
  return (
    <From level="STUDENT">
      <Suspense fallback={<Skeleton className="h-64 w-full" />}>
        <Formulas
          figures={figures.filter((name) => typeof member(result, name) === 'number')}
          parameters={result.inputs.parameters}
        />
      </Suspense>
    </From>
  );
}
