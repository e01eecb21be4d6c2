import { Download, Table2 } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { saveCsv } from './csv';
import { type Figures, FiguresTable } from './figures';

type View = { id: string; tables: readonly Figures[]; asTable: boolean; actions: ReactNode };

/** Whether a chart or its figures are shown, with the buttons for that and for the file. */
export function useChartFigure(figures: Figures | readonly Figures[], csv?: ReactNode): View {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const tables = 'rows' in figures ? [figures] : figures;
  return {
    id,
    tables,
    asTable,
    actions: (
      <>
        {csv ?? (
          <Button size="small" look="ghost" onClick={() => saveCsv(tables)}>
            <Download className="size-4" aria-hidden="true" />
            CSV
          </Button>
        )}
        <Button
          size="small"
          look="ghost"
          aria-pressed={asTable}
          aria-controls={id}
          onClick={() => setAsTable(!asTable)}
        >
          <Table2 className="size-4" aria-hidden="true" />
          {t('chart.table')}
        </Button>
      </>
    ),
  };
}

type Props = { view: View; chart: ReactNode; caption: ReactNode };

/** A chart, or the figures behind it, with the caption that says what they are. */
export function ChartFigure({ view: { id, tables, asTable }, chart, caption }: Props) {
  return (
    <figure id={id}>
      {asTable ? (
        <div className="-mx-5 max-h-96 overflow-y-auto">
          {tables.map((figures) => (
            <FiguresTable key={figures.label} figures={figures} />
          ))}
        </div>
      ) : (
        chart
      )}
      <figcaption className="mt-2 text-caption text-muted">{caption}</figcaption>
    </figure>
  );
}
