import { screen, within } from '@testing-library/react';
import { act } from 'react';
import { http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { problem } from '../../../mocks/handlers';
import { platform, socket } from '../../../test/render';

// a canvas says nothing to a test; the figures around it do
vi.mock('@/shared/charts/LiveLine', () => ({
  LiveLine: ({ label }: { label: string }) => <div role="img" aria-label={label} />,
}));

const { open, server } = platform();

describe('the overview', () => {
  it('shows the value, the day’s change with sign and word, and that the data are simulated', async () => {
    open('/');
    const worth = await screen.findByRole('region', { name: 'Worth now' });
    expect(worth).toHaveTextContent('$97,775.54');
    expect(worth).toHaveTextContent('up +$316.45 (+0.32%)');
    expect(within(worth).getByText('Simulated data')).toBeInTheDocument();
  });

  it('moves with the live prices', async () => {
    open('/');
    const worth = await screen.findByRole('region', { name: 'Worth now' });
    const prices = socket('/ws/prices');
    await act(() => prices.says({ type: 'hello', heartbeatMs: 5000 }));
    const subscribed = prices.sent.find((message) => message.action === 'subscribe');
    expect(subscribed?.symbols).toContain('ORBX');
    await act(() =>
      prices.says({ type: 'snapshot', symbols: { ORBX: 1 }, prices: [[1, 188.23, 1]], seq: 1 }),
    );
    await vi.waitFor(() => expect(worth).toHaveTextContent('$97,835.54'), 3000); // 60 pieces, one dollar more
    expect(screen.getAllByText('$188.23').length).toBeGreaterThan(0);
  });

  it('holds a tint where a price changed, for a moment', async () => {
    open('/');
    await screen.findByRole('region', { name: 'Worth now' });
    const prices = socket('/ws/prices');
    await act(() => prices.says({ type: 'hello', heartbeatMs: 5000 }));
    await act(() =>
      prices.says({ type: 'snapshot', symbols: { ORBX: 1 }, prices: [[1, 189.01, 1]], seq: 1 }),
    );
    await vi.waitFor(() => expect(screen.getByText('$189.01')).not.toHaveAttribute('data-moved'), 3000);
    await act(() => prices.says({ type: 'prices', prices: [[1, 188.99, 2]], seq: 2 }));
    await vi.waitFor(() => expect(screen.getByText('$188.99')).toHaveAttribute('data-moved', 'down'), 3000);
    await vi.waitFor(() => expect(screen.getByText('$188.99')).not.toHaveAttribute('data-moved'), 3000);
  });

  it('without a portfolio offers the two ways to get one', async () => {
    open('/', { portfolios: [] });
    expect(await screen.findByText('No portfolio yet')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Import a CSV' })).toHaveAttribute('href', '/portfolios/import');
    expect(screen.getByRole('button', { name: 'Add the sample portfolio' })).toBeInTheDocument();
  });

  it('keeps standing when the valuation is away, and offers to try again', async () => {
    open('/');
    server.use(
      http.get('*/api/v1/portfolios/:id/valuation', () => problem(503, { title: 'Market data is away' })),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('Market data is away');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
    expect(await screen.findByText('Orbix Semiconductors')).toBeInTheDocument();
  });
});
