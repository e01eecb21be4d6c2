import type { Figures } from './figures';

/** A spreadsheet takes a text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function field(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const isNumber = value.trim() !== '' && Number.isFinite(Number(value));
  const harmless = FORMULA.test(value) && !isNumber ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Figures as RFC 4180 has them, with decimal points whatever the language; further tables after an empty line. */
export const csvOf = (tables: readonly Figures[]): string =>
  tables
    .map(({ columns, rows }) =>
      [columns.map(({ name }) => name), ...rows.map((row) => row.map(({ plain }) => plain))]
        .map((row) => `${row.map(field).join(',')}\r\n`)
        .join(''),
    )
    .join('\r\n');

const fileName = (title: string) =>
  `${
    title
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
      .replaceAll(/^-|-$/g, '') || 'figures'
  }.csv`;

/** Gives the figures to the reader as a file named by what they are of. */
export function saveCsv(tables: readonly Figures[]) {
  const address = URL.createObjectURL(new Blob([csvOf(tables)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(tables[0]?.label ?? '');
  link.click();
  URL.revokeObjectURL(address);
}
