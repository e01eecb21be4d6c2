import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { analysis, sample } from '../../../mocks/fixtures';
import { problem } from '../../../mocks/handlers';
import { platform, socket } from '../../../test/render';

const { open, server } = platform();
const running = analysis({ state: 'RUNNING', percent: 10, etaSeconds: 37 });

describe('a risk check', () => {
  it('shows how far it is as the events tell it, and then its result in plain words', async () => {
    const state = open(`/risk/${running.id}`, { analyses: [running] });
    const bar = await screen.findByRole('progressbar');
    expect(bar).toHaveAttribute('aria-valuenow', '10');
    expect(screen.getByText('about 40 seconds left')).toBeInTheDocument();

    const events = socket('/ws/events');
    await act(() => events.says({ type: 'hello', heartbeatMs: 5000 }));
    await act(() =>
      events.says({ type: 'analysis.progress', analysisId: running.id, percent: 62, etaSeconds: 12 }),
    );
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '62'));

    state.analyses = [{ ...running, state: 'COMPLETED', percent: 100 }];
    await act(() => events.says({ type: 'analysis.completed', analysisId: running.id, state: 'COMPLETED' }));
    const words = await screen.findByRole('region', { name: 'What this means for you' });
    expect(words).toHaveTextContent('In 1 month out of 20 expect to lose 5,914 USD (6.1 %) or more');
    expect(words).toHaveTextContent('Simulated data');
    expect(words).not.toHaveTextContent('This is simulated data:');
  });

  it('is cancelled by its button', async () => {
    const state = open(`/risk/${running.id}`, { analyses: [{ ...running }] });
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await screen.findByText('The risk check was cancelled');
    expect(state.analyses[0]?.state).toBe('CANCELLED');
  });

  it('says why it failed', async () => {
    open(`/risk/${running.id}`, {
      analyses: [
        analysis({
          state: 'FAILED',
          problem: {
            title: 'Too little history',
            detail: 'Only 12 common returns; 60 are needed.',
          },
        }),
      ],
    });
    expect(await screen.findByText('Only 12 common returns; 60 are needed.')).toBeInTheDocument();
  });

  it('answers for every confidence, period and method', async () => {
    open(`/risk/${running.id}`, { analyses: [analysis({ state: 'COMPLETED' })] });
    const card = within(await screen.findByRole('region', { name: /How much could I lose/ }));
    expect(card.getAllByText('\u2212$5,914').length).toBeGreaterThan(0);
    await userEvent.click(card.getByRole('radio', { name: '1 day' }));
    await userEvent.click(card.getByRole('radio', { name: /1 time in 100/ }));
    await userEvent.click(card.getByRole('button', { name: 'Normal distribution' }));
    expect(card.getByRole('heading')).toHaveTextContent('How much could I lose on a bad day?');
    expect(card.getAllByText('\u2212$1,946')).toHaveLength(2); // 1.99 % of the value, large and in the table
    expect(card.getByText('1.99% of the portfolio')).toBeInTheDocument();
  });

  it('over the plan’s limit says what is missing and stays where it was', async () => {
    open('/risk', { portfolios: [sample] });
    server.use(
      http.post('*/api/v1/analyses', () =>
        problem(402, {
          title: 'Plan limit reached',
          detail: 'Free allows 20 analyses a day.',
          limit: 'analysesPerDay',
          traceId: 'abc123',
        }),
      ),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Run risk check' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Free allows 20 analyses a day.');
    expect(alert).toHaveTextContent('abc123');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Run risk check' })).toBeEnabled());
  });
});
