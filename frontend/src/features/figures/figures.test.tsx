import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { analysis } from '../../../mocks/fixtures';
import { problem } from '../../../mocks/problem';
import { platform } from '../../../test/render';

const { open, server } = platform();
const done = (kind: string) => analysis({ kind, state: 'COMPLETED', percent: 100 });

async function ask(name: RegExp) {
  await userEvent.click(await screen.findByRole('button', { name }));
  return within(await screen.findByRole('dialog', { name }));
}

describe('the "?" beside a figure', () => {
  it('tells formula, inputs, data and source of exactly this figure, and nothing before it is asked', async () => {
    const check = done('risk');
    let asked = '';
    open(`/risk/${check.id}`, { analyses: [check] });
    server.events.on('request:start', ({ request }) => {
      if (request.url.includes('/figures/'))
        asked = decodeURIComponent(request.url.split('/figures/')[1] ?? '');
    });
    await screen.findByRole('button', { name: /How much it swings/ });
    expect(asked).toBe('');
    const help = await ask(/How much it swings \(Volatility\)/);
    expect(help.getByText(/two years out of three/)).toBeInTheDocument();
    expect(await help.findByText(/standard deviation\(r\), n - 1/)).toBeInTheDocument();
    expect(asked).toBe('performance.annualVolatility');
    expect(help.getByText('provenance.observations')).toBeInTheDocument();
    expect(help.getByText(/RiskMetrics \(1996\)/)).toBeInTheDocument();
    expect(help.getByText(/docs\/methods\/volatility.md/)).toBeInTheDocument();
    await userEvent.click(help.getByRole('button', { name: 'As LaTeX' }));
    expect(help.getByText(/\\sqrt\{252\}/)).toBeInTheDocument();
  });

  it('computes again and says that it is the same', async () => {
    const run = done('stress');
    open(`/stress/${run.id}`, { analyses: [run] });
    const help = await ask(/What would a crisis do to what I hold/);
    await userEvent.click(await help.findByRole('button', { name: 'Compute again' }));
    expect(await help.findByText('The same to the last digit.')).toBeInTheDocument();
  });

  it('computes again and says what is not as it was', async () => {
    const run = done('monte-carlo');
    open(`/simulate/${run.id}`, { analyses: [run] });
    server.use(
      http.get('*/recomputation', () =>
        HttpResponse.json({
          analysisId: 'again',
          state: 'COMPLETED',
          sameResult: false,
          differences: [{ field: 'inputsHash', explanation: 'Some prices were revised since.' }],
        }),
      ),
    );
    const help = await ask(/less than was paid in/);
    await userEvent.click(await help.findByRole('button', { name: 'Compute again' }));
    expect(await help.findByText('Not the same as then:')).toBeInTheDocument();
    expect(help.getByText('Some prices were revised since.')).toBeInTheDocument();
  });

  it('says when the figure cannot be explained, and keeps its meaning', async () => {
    const check = done('risk');
    open(`/risk/${check.id}`, { analyses: [check] });
    server.use(http.get('*/figures/:name', () => problem(503, { title: 'Away' })));
    const help = await ask(/Return for the risk/);
    expect(await help.findByRole('alert')).toHaveTextContent('Away');
    expect(help.getByText(/a high value over a short time is mostly luck/)).toBeInTheDocument();
  });
});
