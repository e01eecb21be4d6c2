import type { StressParameters, StressResult } from '@/api/types';

export type Scenario = StressResult['scenarios'][number];
export type Shocks = { equities: string; rates: string; reverse: string };
export type ShockField = keyof Shocks;

/** What may be typed, in percent or points. */
export const ranges: Record<ShockField, readonly [low: number, high: number]> = {
  equities: [-95, 95],
  rates: [-5, 10],
  reverse: [1, 90],
};

const numberOf = (text: string) =>
  /^[-\u2212]?\d{1,3}(\.\d{1,4})?$/.test(text.trim())
    ? Number(text.trim().replace('\u2212', '-'))
    : undefined;

/** Whether what is typed can be asked. */
export function isFine(field: ShockField, text: string): boolean {
  const [low, high] = ranges[field];
  const value = numberOf(text);
  return value !== undefined && value >= low && value <= high;
}

/** The shocks as the worker takes them; undefined while one cannot be read. */
export function parametersOf(shocks: Shocks, name: string): StressParameters | undefined {
  const fields: ShockField[] = ['equities', 'rates', 'reverse'];
  if (!fields.every((field) => isFine(field, shocks[field]))) return undefined;
  const part = (field: ShockField) => Number(((numberOf(shocks[field]) ?? 0) / 100).toFixed(8));
  return {
    shocks: [{ name, classes: { EQUITY: part('equities') }, rates: part('rates') }],
    reverseLoss: part('reverse'),
  };
}

/** The worst first. */
export const worstFirst = (result: Pick<StressResult, 'scenarios'>): Scenario[] =>
  [...result.scenarios].sort((a, b) => b.loss.fraction - a.loss.fraction);
