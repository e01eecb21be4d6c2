import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadTexts } from '@/shared/i18n/i18n';
import { expectAccessible } from '../../../test/axe';
import { csvOf } from './csv';
import { decimate, kept } from './decimate';
import { ChartFigure, useChartFigure } from './ChartFigure';
import { figures } from './figures';
import { LinesChart } from './LinesChart';

beforeAll(() => loadTexts('common'));

const days = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
  );

describe('the points that are drawn', () => {
  const wave = Array.from({ length: 4000 }, (_, index) => Math.sin(index / 50));

  it('are all of them where there are few', () => {
    expect(kept([[3, 1, 2]])).toEqual([0, 1, 2]);
    expect(kept([])).toEqual([]);
  });

  it('keep the ends and each line’s best and worst day, and stay inside the budget', () => {
    const other = wave.map((value) => -value / 2);
    other[1234] = -99;
    wave[2345] = 99;
    const stay = kept([wave, other], 500);
    expect(stay.length).toBeLessThanOrEqual(500);
    expect(stay).toEqual([...stay].sort((a, b) => a - b));
    expect(stay).toEqual(expect.arrayContaining([0, 1234, 2345, 3999]));
  });

  it('look like the line they stand for', () => {
    const points = wave.map((value, index) => ({ date: String(index), value }));
    const drawn = decimate(points, 100).map(({ value }) => value);
    expect(drawn.length).toBeLessThanOrEqual(100);
    expect(Math.max(...drawn)).toBe(Math.max(...wave));
    expect(Math.min(...drawn)).toBe(Math.min(...wave));
  });
});

describe('the file of a chart', () => {
  it('has plain figures and ISO dates, a quote doubled, and nothing a spreadsheet would compute', () => {
    const table = figures(
      'Falls',
      [
        { day: '2025-01-02', name: 'A "B", C', value: -0.125 },
        { day: '2025-01-03', name: '=HYPERLINK(1)', value: undefined },
      ],
      [
        { name: 'Day', kind: 'date', of: (row) => row.day, show: (row) => row.day.slice(5) },
        { name: 'Name', kind: 'name', of: (row) => row.name },
        { name: 'Fall', of: (row) => row.value, show: () => 'shown' },
      ],
    );
    expect(csvOf([table])).toBe(
      'Day,Name,Fall\r\n2025-01-02,"A ""B"", C",-0.125\r\n2025-01-03,\'=HYPERLINK(1),\r\n',
    );
    expect(csvOf([table, table]).split('\r\n\r\n')).toHaveLength(2);
  });
});

function Falls() {
  const dates = days(800);
  const values = dates.map((_, index) => (index === 400 ? -50 : index % 7));
  const view = useChartFigure(
    figures('Falls', dates, [
      { name: 'Day', kind: 'date', of: (date) => date },
      { name: 'Fall', of: (date) => values[dates.indexOf(date)], show: () => 'fell' },
    ]),
  );
  return (
    <main>
      {view.actions}
      <ChartFigure
        view={view}
        caption="Daily, in dollars"
        chart={
          <LinesChart
            label="It fell once"
            dates={dates}
            lines={[{ name: 'Mine', values }]}
            formatValue={String}
            formatAxis={String}
            formatDate={(date) => date}
            formatTick={(date) => date}
          />
        }
      />
    </main>
  );
}

describe('the frame of a chart', () => {
  it('is read with the arrow keys, from the end or the beginning, and stops at either', async () => {
    render(<Falls />);
    const chart = screen.getByRole('slider', { name: 'It fell once' });
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    expect(chart).toHaveFocus();
    expect(chart).toHaveAttribute('aria-valuetext', '2022-03-10, 1');
    await userEvent.keyboard('{Home}');
    expect(chart).toHaveAttribute('aria-valuetext', '2020-01-01, 0');
    await userEvent.keyboard('{ArrowLeft}');
    expect(chart).toHaveAttribute('aria-valuenow', '0');
    const said = new Set<string | null>();
    for (let step = 0; step < 45; step += 1) {
      await userEvent.keyboard('{PageDown}{ArrowRight}');
      said.add(chart.getAttribute('aria-valuetext'));
    }
    expect(chart).toHaveAttribute('aria-valuenow', chart.getAttribute('aria-valuemax'));
    expect(said.size).toBeGreaterThan(10);
    await expectAccessible();
  });

  it('is a picture that can be made smaller whole, as narrow paper needs it', () => {
    render(<Falls />);
    const picture = screen.getByRole('slider').querySelector('svg');
    const [width, height] = ['width', 'height'].map((side) => picture?.getAttribute(side));
    expect(Number(width)).toBeGreaterThan(0);
    expect(picture).toHaveAttribute('viewBox', `0 0 ${width} ${height}`);
  });

  it('gives way to its figures, and gives them as a file', async () => {
    const saved: Blob[] = [];
    // jsdom has no addresses of blobs
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        saved.push(blob);
        return 'blob:figures';
      },
      revokeObjectURL: () => undefined,
    });
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    render(<Falls />);
    await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
    expect(await saved[0]?.text()).toContain('2021-02-04,-50\r\n');
    expect(clicked.mock.contexts[0]).toHaveProperty('download', 'falls.csv');
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(801);
    expect(screen.getByRole('button', { name: 'Table' })).toHaveAttribute('aria-pressed', 'true');
    vi.restoreAllMocks();
  });
});
