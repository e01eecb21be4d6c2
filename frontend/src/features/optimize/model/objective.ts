import type { OptimizationParameters } from '@/api/types';

/** What may be asked for; views of one's own (Black-Litterman) need more than a choice. */
export const objectives = [
  'TARGET_RISK',
  'MIN_VARIANCE',
  'TARGET_RETURN',
  'MAX_SHARPE',
  'MIN_CVAR',
  'RISK_PARITY',
  'HRP',
  'MAX_DIVERSIFICATION',
] as const satisfies readonly NonNullable<OptimizationParameters['objective']>[];
export type Objective = (typeof objectives)[number];

/** Those that need no knowledge of a method. */
export const plain: readonly Objective[] = ['TARGET_RISK', 'MIN_VARIANCE', 'TARGET_RETURN'];

/** What is asked, as it is typed; percentages. */
export type Wish = { objective: Objective; volatility: string; return: string; upper: string };
export type WishField = Exclude<keyof Wish, 'objective'>;

export const ranges: Record<WishField, readonly [number, number]> = {
  volatility: [0.1, 200],
  return: [-50, 200],
  upper: [1, 100],
};

const takesLimits = (objective: Objective) => objective !== 'RISK_PARITY' && objective !== 'HRP';

/** What the form asks for besides the objective. */
export const fieldsOf = (objective: Objective): WishField[] => [
  ...(objective === 'TARGET_RISK' ? (['volatility'] as const) : []),
  ...(objective === 'TARGET_RETURN' ? (['return'] as const) : []),
  ...(takesLimits(objective) ? (['upper'] as const) : []),
];

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text.trim());

/** Empty fields leave the choice to the service. */
export function isFine(field: WishField, text: string): boolean {
  if (text.trim() === '') return true;
  const [low, high] = ranges[field];
  return isNumber(text) && Number(text) >= low && Number(text) <= high;
}

/** The wish a result answers, so that one can go on from it. */
export function wishOf(asked: OptimizationParameters | undefined): Wish {
  const percent = (value: number | undefined) =>
    value === undefined ? '' : String(Number((value * 100).toFixed(4)));
  return {
    objective: objectives.find((known) => known === asked?.objective) ?? 'TARGET_RISK',
    volatility: percent(asked?.targetVolatility),
    return: percent(asked?.targetReturn),
    upper: percent(asked?.constraints?.upper ?? 1),
  };
}

/** The wish as the worker takes it; nothing while a field cannot be read. */
export function parametersOf(wish: Wish): OptimizationParameters | undefined {
  const fields = fieldsOf(wish.objective);
  if (!fields.every((field) => isFine(field, wish[field]))) return undefined;
  const fraction = (field: WishField) =>
    fields.includes(field) && wish[field].trim() !== '' ? Number(wish[field]) / 100 : undefined;
  const upper = fraction('upper');
  const targetVolatility = fraction('volatility');
  const targetReturn = fraction('return');
  return {
    objective: wish.objective,
    ...(targetVolatility === undefined ? {} : { targetVolatility }),
    ...(targetReturn === undefined ? {} : { targetReturn }),
    ...(upper === undefined || upper === 1 ? {} : { constraints: { upper } }),
  };
}
