import type { StressResult } from '@/api/types';

export type Repriced = NonNullable<StressResult['repriced']>[number];

/** The plain figures an instrument is priced anew with. */
export type Figure =
  | 'underlyingPrice'
  | 'price'
  | 'modelPrice'
  | 'years'
  | 'volatility'
  | 'delta'
  | 'elasticity'
  | 'fall20'
  | 'yield'
  | 'modifiedDuration'
  | 'convexity';

const POINT = 0.01;

/** What is about an underlying is an option; what has a duration is a bond. */
export const optionsOf = ({ repriced = [] }: Pick<StressResult, 'repriced'>): Repriced[] =>
  repriced.filter(({ underlying }) => underlying !== undefined);
export const bondsOf = ({ repriced = [] }: Pick<StressResult, 'repriced'>): Repriced[] =>
  repriced.filter(({ modifiedDuration }) => modifiedDuration !== undefined);

/** What a bond's price does when its yield rises by one point, to the second order: -D dy + C dy^2 / 2. */
export const afterARise = ({ modifiedDuration = 0, convexity = 0 }: Repriced): number =>
  -modifiedDuration * POINT + (convexity * POINT ** 2) / 2;
