import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo } from 'react';
import { loadTexts } from '@/shared/i18n/i18n';
import { wordFor } from './model/word';
import { Explain } from '@/shared/ui/Explain';
import { Skeleton } from '@/shared/ui/Page';

const FigureDetails = lazy(
  async () => (await Promise.all([import('./FigureDetails'), loadTexts('figures')]))[0],
);

type Source = { analysisId: string | undefined; currency?: string };
const Figures = createContext<Source>({ analysisId: undefined });

/** The analysis whose figures a part of a page shows, and what its amounts are in. */
export function FiguresOf({ children, analysisId, currency }: Source & { children: ReactNode }) {
  return (
    <Figures value={useMemo(() => ({ analysisId, currency }), [analysisId, currency])}>{children}</Figures>
  );
}

/** The analysis on the screen, where there is one. */
export const useFigures = () => useContext(Figures);

type Props = {
  /** the question that the figure answers */
  question: string;
  term?: string;
  /** the figure in the result: its members joined by dots, places of lists as numbers */
  name: string;
  children?: ReactNode;
};

/** The "?" beside a figure: what it means, then formula, inputs, dates and source, and the way to compute it again. */
export function FigureHelp({ question, term, name, children }: Props) {
  const { analysisId, currency } = useFigures();
  return (
    <Explain
      about={question}
      term={term}
      learn={wordFor(name)}
      more={
        analysisId ? (
          <Suspense fallback={<Skeleton className="h-40 w-full" />}>
            <FigureDetails analysisId={analysisId} currency={currency} name={name} />
          </Suspense>
        ) : undefined
      }
    >
      {children}
    </Explain>
  );
}
