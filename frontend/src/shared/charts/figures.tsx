import { Table, Td, Th, Tr } from '@/shared/ui/table';

type Plain = string | number | boolean | null | undefined;
type Kind = 'name' | 'date' | 'text' | 'figure';

/** One column of the figures behind a chart. */
export type Column<Row> = {
  name: string;
  /** the plain value, as a file has it: a decimal, an ISO date, a symbol */
  of: (row: Row) => Plain;
  /** the same as a reader sees it; absent: as it is */
  show?: (row: Row) => string;
  /** what it is; absent: a figure, which stands on the right */
  kind?: Kind;
};

/** The figures behind a chart: what its table shows and its file holds. */
export type Figures = {
  label: string;
  columns: readonly { name: string; kind: Kind }[];
  rows: readonly (readonly { plain: Plain; shown: string }[])[];
};

export function figures<Row>(label: string, rows: readonly Row[], columns: readonly Column<Row>[]): Figures {
  return {
    label,
    columns: columns.map(({ name, kind = 'figure' }) => ({ name, kind })),
    rows: rows.map((row) =>
      columns.map(({ of, show }) => {
        const plain = of(row);
        return { plain, shown: show ? show(row) : String(plain ?? '–') };
      }),
    ),
  };
}

const looks = { name: 'font-medium', date: 'figures whitespace-nowrap', text: '', figure: '' } as const;

export function FiguresTable({ figures: { label, columns, rows } }: { figures: Figures }) {
  return (
    <Table label={label}>
      <thead>
        <tr>
          {columns.map(({ name, kind }) => (
            <Th key={name} right={kind === 'figure'}>
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Tr key={index}>
            {row.map(({ shown }, column) => {
              const kind = columns[column]?.kind ?? 'figure';
              return (
                <Td key={column} right={kind === 'figure'} className={looks[kind]}>
                  {shown}
                </Td>
              );
            })}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
