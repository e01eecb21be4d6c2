import type { GoalParameters, GoalResult, MonteCarloResult } from '@/api/types';

export type SimulationResult = MonteCarloResult | GoalResult;
export const models = ['GBM', 'STUDENT_T', 'BLOCK_BOOTSTRAP', 'JUMP_DIFFUSION', 'HESTON'] as const;
export type Model = (typeof models)[number];
/** A result may come from a model this page has not heard of. */
export const known = (model: string) => models.find((candidate) => candidate === model);
export const kinds = ['monte-carlo', 'goal'] as const;
export type Kind = (typeof kinds)[number];

/** What is asked, as it is typed. */
export type Plan = {
  kind: Kind;
  model: Model;
  paths: number;
  years: string;
  /** put in at the start of each month; negative is taken out */
  monthly: string;
  target: string;
};

/** Twice the value, rounded to two digits: a sum one would name. */
export function roundTarget(value: number): number {
  const twice = Math.max(1, 2 * value);
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(twice)) - 1);
  return Math.round(twice / digit) * digit;
}

export const defaultPlan = (value: number): Plan => ({
  kind: 'monte-carlo',
  model: 'GBM',
  paths: 10_000,
  years: '10',
  monthly: '0',
  target: String(roundTarget(value)),
});

/** The plan that a result answers, so that one can go on from it. */
export function planOf({ kind, inputs, model, paths, years, target }: SimulationResult): Plan {
  const asked = inputs.parameters as GoalParameters;
  return {
    kind,
    model: known(model) ?? 'GBM',
    paths,
    years: String(years),
    monthly: String(asked.contributions ?? 0),
    target: String(target),
  };
}

export type Fault = 'years' | 'number' | 'target';
export type PlanField = 'years' | 'monthly' | 'target';

const decimal = /^-?\d{1,15}(\.\d{1,4})?$/;

/** What is wrong with a plan before anybody is asked, by field. */
export function faults(plan: Plan): Partial<Record<PlanField, Fault>> {
  const found: Partial<Record<PlanField, Fault>> = {};
  const years = Number(plan.years);
  if (!/^\d+$/.test(plan.years.trim()) || years < 1 || years > 60) found.years = 'years';
  if (!decimal.test(plan.monthly.trim())) found.monthly = 'number';
  if (!decimal.test(plan.target.trim()) || Number(plan.target) <= 0) found.target = 'target';
  return found;
}

const CELLS = 100_000_000;
const offered = [1_000, 10_000, 100_000] as const;

/** How many futures may be drawn: models that go day by day take 21 steps a month, and there is a limit to all steps. */
export function allowedPaths(model: Model, years: number): number[] {
  const steps = model === 'GBM' || model === 'JUMP_DIFFUSION' ? 1 : 21;
  return offered.filter((paths) => paths * years * 12 * steps <= CELLS);
}

/** The plan as the worker takes it. */
export function parametersOf(plan: Plan): GoalParameters {
  const years = Number(plan.years);
  const most = allowedPaths(plan.model, years).at(-1) ?? offered[0];
  return {
    model: plan.model,
    paths: Math.min(plan.paths, most),
    years,
    contributions: Number(plan.monthly),
    target: Number(plan.target),
  };
}

/** Where a slider ends: a round number beyond what most will want. */
export function sliderEnd(about: number): number {
  const rough = Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((digit) => digit * power >= rough) ?? 10) * power;
}

/** At most `most` moments of a fan, the first and the last among them, for the table behind it. */
export function moments(length: number, most = 21): number[] {
  const every = Math.max(1, Math.ceil((length - 1) / (most - 1)));
  const indices = Array.from({ length }, (_, index) => index).filter((index) => index % every === 0);
  const last = length - 1;
  return indices.at(-1) === last ? indices : [...indices, last];
}
