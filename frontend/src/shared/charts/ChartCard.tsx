import type { ReactNode } from 'react';
import { Card } from '@/shared/ui/Card';
import { ChartFigure, useChartFigure } from './ChartFigure';
import type { Figures } from './figures';

type Props = {
  title: string;
  term?: string;
  learn?: string;
  /** method, window and currency */
  caption: string;
  chart: ReactNode;
  /** the same figures, for the table and the file */
  figures: Figures | readonly Figures[];
  /** the way to a fuller file than the figures here make; in its place */
  csv?: ReactNode;
  className?: string;
  help?: ReactNode;
};

/** A chart is never alone: the caption says what it is, and the same figures stand behind it as a table and as a file. */
export function ChartCard({ title, term, learn, caption, chart, figures, csv, className, help }: Props) {
  const view = useChartFigure(figures, csv);
  return (
    <Card
      title={title}
      term={term}
      learn={learn}
      className={className}
      actions={
        <>
          {help}
          {view.actions}
        </>
      }
    >
      <ChartFigure view={view} chart={chart} caption={caption} />
    </Card>
  );
}
