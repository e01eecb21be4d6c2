import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { holdings, sample } from '../../../mocks/fixtures';
import { platform } from '../../../test/render';

const { open, server } = platform();

describe('what is held', () => {
  it('says which market is closed, and which price is too old whether it is or not', async () => {
    const [resting, old] = holdings.holdings as [Holding, Holding];
    const marketClosedSince = '2026-11-20T21:00:00Z';
    open(`/portfolios/${sample.id}`);
    server.use(
      http.get('*/api/v1/portfolios/:id/holdings', () =>
        HttpResponse.json({
          ...holdings,
          holdings: [
            { ...resting, marketClosedSince },
            { ...old, stale: true, marketClosedSince },
          ],
        }),
      ),
    );
    const row = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name}`) });
    expect(await row(resting.symbol)).toHaveTextContent(/Market closed since .*20/);
    expect(await row(old.symbol)).toHaveTextContent('Older price');
    expect(await row(old.symbol)).not.toHaveTextContent('Market closed');
  });
});

type Holding = (typeof holdings.holdings)[number];
