import { Table2 } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';

type Props = {
  title: string;
  term?: string;
  /** method, window and currency */
  caption: string;
  chart: ReactNode;
  table: ReactNode;
  className?: string;
  help?: ReactNode;
};

/** A chart is never alone: the caption says what it is, and a table with the same figures stands behind it. */
export function ChartCard({ title, term, caption, chart, table, className, help }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <Card
      title={title}
      term={term}
      className={className}
      actions={
        <>
          {help}
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
      }
    >
      <figure id={id}>
        {asTable ? <div className="-mx-5 max-h-96 overflow-y-auto">{table}</div> : chart}
        <figcaption className="mt-2 text-caption text-muted">{caption}</figcaption>
      </figure>
    </Card>
  );
}
