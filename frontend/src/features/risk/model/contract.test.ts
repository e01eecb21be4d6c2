import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analysis } from '../../../../mocks/fixtures';
import type { RiskResult, VarBacktestResult } from '@/api/types';
import type { Frame } from '@/shared/stream/reliableSocket';
import { exceptionRows } from './backtest';
import { answers, silent } from './methods';
import { afterEvent, reasonOf } from './progress';
import { choices, headline, riskiest, topContributions, words } from './result';

/** The examples that the worker's own tests hold it to: what they say, this page must understand. */
const contract = resolve('../analytics-worker/contract');
const examples = <T>(folder: string) =>
  readdirSync(resolve(contract, folder, 'examples'))
    .filter((name) => name.endsWith('.json'))
    .map(
      (name) =>
        [name, JSON.parse(readFileSync(resolve(contract, folder, 'examples', name), 'utf8')) as T] as const,
    );

const riskResults = examples<RiskResult>('result').filter(([, result]) => result.kind === 'risk');

describe('the worker’s results', () => {
  it('are there for this page', () => expect(riskResults).not.toHaveLength(0));

  it.each(riskResults)('%s has everything the page is headed by', (_name, result) => {
    const figure = headline(result);
    expect(figure?.expectedShortfall.fraction).toBeGreaterThanOrEqual(figure?.fraction ?? Infinity);
    expect(words(result)[0]).toMatch(/^In 1 /);
    expect(choices(result).methods).toContain(figure?.method);
    expect(topContributions(result).rows[0]?.symbol).toBeTypeOf('string');
    expect(riskiest(result)).toBeDefined();
    const month = { confidence: 0.95, horizonDays: 21 };
    expect(answers(result, month).length + silent(result).length).toBe(7);
    expect(result.series.drawdown).toHaveLength(result.series.dates.length);
  });
});

describe('the worker’s tests of the value at risk', () => {
  const results = examples<VarBacktestResult>('result').filter(
    ([, result]) => result.kind === 'var-backtest',
  );

  it.each(results)('%s counts the days that this page shows', (_name, result) => {
    const rows = exceptionRows(result);
    expect(rows).toHaveLength(result.exceptions);
    expect(rows.every((row) => row.result < -row.limit)).toBe(true);
    expect(result.series.returns).toHaveLength(result.series.dates.length);
    expect(result.series.valueAtRisk).toHaveLength(result.series.dates.length);
  });

  it('are there for this page', () => expect(results).not.toHaveLength(0));
});

describe('the worker’s events', () => {
  const states = Object.fromEntries(
    examples<Frame>('event').map(([name, event]) => [
      name,
      afterEvent(analysis({ state: 'QUEUED' }), event).state,
    ]),
  );
  it('each lead to their state', () => {
    expect(states).toMatchObject({
      'analysis.started.json': 'RUNNING',
      'analysis.progress.json': 'RUNNING',
      'analysis.completed.json': 'COMPLETED',
      'analysis.failed.json': 'FAILED',
      'analysis.cancelled.json': 'CANCELLED',
    });
  });

  it('of a failure say why', () => {
    const failed = examples<Frame>('event').find(([name]) => name === 'analysis.failed.json');
    expect(reasonOf(failed?.[1].problem)).toMatch(/\w/);
  });
});
