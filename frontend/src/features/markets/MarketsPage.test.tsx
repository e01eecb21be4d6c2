import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { quote } from '../../../mocks/marketFixtures';
import { platform } from '../../../test/render';

const { open, server } = platform();

describe('markets', () => {
  it('finds instruments by what is typed, and leads to them', async () => {
    open('/markets');
    const list = await screen.findByRole('region', { name: 'Instruments found' });
    expect(within(list).getByRole('link', { name: 'ORBX' })).toBeInTheDocument();
    expect(await within(list).findAllByText('$187.23')).toHaveLength(2);
    await userEvent.type(screen.getByRole('searchbox', { name: /Find an instrument/ }), 'apple');
    await waitFor(() => expect(screen.queryByRole('link', { name: 'ORBX' })).not.toBeInTheDocument());
    await userEvent.click(screen.getByRole('link', { name: 'AAPL' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'AAPL' })).toBeInTheDocument();
  });

  it('tells how every provider stands', async () => {
    open('/markets');
    const sources = await screen.findByRole('region', { name: /Where prices come from/ });
    const row = (await within(sources).findByText('twelve-data')).closest('tr');
    expect(row).toHaveTextContent(/Delayed since 20 Nov|Delayed since Nov 20/);
    expect(row).toHaveTextContent('412 of 800 today');
    expect(within(sources).getByText('Not configured')).toBeInTheDocument();
  });

  it('says so where nothing is found', async () => {
    open('/markets?q=zzz');
    expect(await screen.findByText('Nothing is called that')).toBeInTheDocument();
  });
});

describe('an instrument', () => {
  it('shows its price, and its history as traded or adjusted', async () => {
    open('/markets/ORBX');
    expect(await screen.findByText('$187.23')).toBeInTheDocument();
    expect(
      await screen.findByRole('slider', { name: /lowest \$180.00, highest \$185.00/ }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'As traded' }));
    expect(await screen.findByRole('slider', { name: /highest \$720.00/ })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /table/i }));
    expect(await screen.findByText('$720.00')).toBeInTheDocument();
    expect(await screen.findByText('Nothing looks wrong in 3 days.')).toBeInTheDocument();
  });

  it('says that its market is closed, whose last price stands', async () => {
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
    const resting = { ...quote('AAPL'), sessionCloses: hours(-20), nextOpens: hours(40) };
    open('/markets/AAPL');
    server.use(http.get('*/api/v1/quotes', () => HttpResponse.json({ quotes: [resting], missing: [] })));
    expect(await screen.findByText(/Market closed since/)).not.toHaveTextContent('delayed');
  });

  it('shows doubts about its history', async () => {
    open('/markets/AAPL');
    expect(await screen.findByText('1 doubt in 3 days')).toBeInTheDocument();
    expect(screen.getByText(/up 40 % and back on the next day/)).toBeInTheDocument();
  });

  it('that nobody knows is not found', async () => {
    open('/markets/NOPE');
    expect(await screen.findByText('Not found')).toBeInTheDocument();
  });
});
