import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { analysis } from '../../../mocks/fixtures';
import { optimization } from '../../../mocks/optimizationFixture';
import { problem } from '../../../mocks/problem';
import { platform } from '../../../test/render';

const { open, server } = platform();
const done = analysis({ kind: 'optimization', state: 'COMPLETED', percent: 100 });

describe('better mixes', () => {
  it('asks for what should be better in plain words, with the limits it takes', async () => {
    const state = open('/optimize', { checkMs: 0 });
    const form = within(await screen.findByRole('region', { name: /Which mix of what I hold/ }));
    await userEvent.click(form.getByRole('radio', { name: /still returns what I ask/ }));
    await userEvent.type(form.getByLabelText('Return I ask for, % a year'), 'five');
    expect(form.getByLabelText('Return I ask for, % a year')).toHaveAccessibleDescription(/-50 to 200/);
    expect(form.getByRole('button', { name: 'Find better mixes' })).toBeDisabled();
    await userEvent.clear(form.getByLabelText('Return I ask for, % a year'));
    await userEvent.type(form.getByLabelText('Return I ask for, % a year'), '4.5');
    await userEvent.clear(form.getByLabelText('At most this much of one holding, %'));
    await userEvent.type(form.getByLabelText('At most this much of one holding, %'), '40');
    await userEvent.click(form.getByRole('button', { name: 'Find better mixes' }));
    await waitFor(() =>
      expect(state.asked).toContainEqual({
        kind: 'optimization',
        parameters: { objective: 'TARGET_RETURN', targetReturn: 0.045, constraints: { upper: 0.4 } },
      }),
    );
    expect(
      await screen.findByRole('region', { name: 'What can be had for which swing?' }),
    ).toBeInTheDocument();
  });

  it('shows where one stands, and what lies along the line', async () => {
    open(`/optimize/${done.id}`, { analyses: [done] });
    expect(
      await screen.findByRole('img', { name: /What you hold: 4.4% a year at a swing of 8.7%/ }),
    ).toBeInTheDocument();
    const slider = screen.getByRole('slider', { name: /Along the line/ });
    fireEvent.change(slider, { target: { value: '7' } });
    expect(slider).toHaveAttribute('aria-valuetext', 'Expected 4.9% a year at a swing of 7.7%');
    const mix = within(screen.getByRole('region', { name: 'From what to what?' }));
    await userEvent.click(mix.getByRole('button', { name: 'Table' }));
    expect(mix.getByRole('row', { name: /^BETA/ })).toHaveTextContent('40.0%67.6%67.0%80.0%64.0%');
  });

  it('says what would change hands, what it costs and what it realises, and never to buy', async () => {
    open(`/optimize/${done.id}`, { analyses: [done] });
    const trades = within(await screen.findByRole('region', { name: /What would lead there/ }));
    expect(trades.getByRole('row', { name: /^BETA/ })).toHaveTextContent('+54');
    expect(trades.getByRole('row', { name: /^ALFA/ })).toHaveTextContent('−27.4445');
    expect(trades.getByRole('link', { name: 'CSV' })).toHaveAttribute(
      'href',
      `/api/v1/analyses/${done.id}/result.csv?table=trades`,
    );
    const gains = within(screen.getByRole('region', { name: 'What would this realise?' }));
    expect(gains.getByRole('row', { name: /HIFO/ })).toHaveTextContent('−$27.66');
    expect(screen.getByRole('main')).not.toHaveTextContent(/\b(buy|sell)\b/i);
  });

  it('says why nothing is known of gains, and that no share has to change hands', async () => {
    open(`/optimize/${done.id}`, { analyses: [done] });
    server.use(
      http.get('*/analyses/:id/result', () =>
        HttpResponse.json({
          ...optimization,
          realisedGains: undefined,
          absent: { realisedGains: 'The lots are not known.' },
        }),
      ),
    );
    expect(await screen.findByText('The lots are not known.')).toBeInTheDocument();
  });

  it('keeps what was chosen when it is refused', async () => {
    open('/optimize');
    server.use(
      http.post('*/analyses', () =>
        problem(422, {
          title: 'Unprocessable',
          errors: [{ field: 'parameters.constraints.upper', message: '3 holdings of 20 % make no whole' }],
        }),
      ),
    );
    await userEvent.click(await screen.findByRole('radio', { name: /calmest mix there is/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Find better mixes' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('make no whole');
    expect(screen.getByRole('radio', { name: /calmest mix there is/ })).toBeChecked();
  });
});
