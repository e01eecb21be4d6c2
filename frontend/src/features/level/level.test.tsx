import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { analysis } from '../../../mocks/fixtures';
import { type Level, useSettings } from '@/shared/settings/settings';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open } = platform();
afterEach(() => useSettings.setState({ level: undefined }));

const at = (kind: string, path: string, level: Level) => {
  useSettings.setState({ level });
  const done = analysis({ kind, state: 'COMPLETED', percent: 100 });
  open(`${path}/${done.id}`, { analyses: [done] });
};

describe('the simple level', () => {
  it('of a risk check shows the loss without a choice of methods', async () => {
    at('risk', '/risk', 'SIMPLE');
    expect(await screen.findByText(/By what really happened/)).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'The same question by each method' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'How is it computed?' })).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('of a simulation asks for no model', async () => {
    at('monte-carlo', '/simulate', 'SIMPLE');
    expect((await screen.findAllByLabelText('For how long')).length).toBeGreaterThan(0);
    expect(screen.queryByLabelText('How a future is drawn')).not.toBeInTheDocument();
  });

  it('of better mixes offers only the goals that need no method', async () => {
    at('optimization', '/optimize', 'SIMPLE');
    const goals = await screen.findByRole('group', { name: /should be better/ });
    expect(within(goals).getAllByRole('radio').length).toBeLessThanOrEqual(4);
  });
});

describe('the student level', () => {
  it.each([
    ['risk', '/risk'],
    ['monte-carlo', '/simulate'],
    ['stress', '/stress'],
    ['optimization', '/optimize'],
    ['backtest', '/backtest'],
    ['factor', '/factor'],
  ])('of %s shows the formulas of its figures and all parameters', async (kind, path) => {
    at(kind, path, 'STUDENT');
    const card = within(await screen.findByRole('region', { name: 'How is it computed?' }));
    expect((await card.findAllByRole('definition')).length).toBeGreaterThan(1);
    expect(screen.getByRole('region', { name: 'Parameters' })).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

it('is chosen in the header of every page and changes it at once', async () => {
  const done = analysis({ kind: 'risk', state: 'COMPLETED', percent: 100 });
  open(`/risk/${done.id}`, { analyses: [done] });
  const level = within(await screen.findByRole('group', { name: 'Level of detail' }));
  expect(await screen.findByRole('region', { name: 'The same question by each method' })).toBeInTheDocument();
  await userEvent.click(level.getByRole('radio', { name: 'Simple' }));
  expect(screen.queryByRole('region', { name: 'The same question by each method' })).not.toBeInTheDocument();
});

it('names figures that the service can explain', () => {
  const views = { risk: 'risk/ResultView', stress: 'stress/StressView', factor: 'factor/FactorView' };
  for (const [kind, view] of Object.entries({
    ...views,
    'monte-carlo': 'simulate/SimulationView',
    optimization: 'optimize/OptimizationView',
    backtest: 'backtest/BacktestView',
  })) {
    const source = readFileSync(resolve('src/features', `${view}.tsx`), 'utf8');
    const [, list = ''] = /const taught = \[([^\]]*)\]/.exec(source) ?? [];
    const names = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? '');
    const catalogue = JSON.parse(
      readFileSync(resolve('../analytics-worker/contract/figure', `${kind}.json`), 'utf8'),
    ) as { names: string[] }[];
    const patterns = catalogue.flatMap((entry) => entry.names);
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !patterns.includes(name.replace(/\.\d+/g, '.*')))).toEqual([]);
  }
});
