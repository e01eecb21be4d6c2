import type { RiskResult } from '@/api/types';

export type TailFigure = RiskResult['valueAtRisk'][number];

/** The figure of the first page: one month in twenty, by what really happened. Falls back to the nearest there is. */
export function headline(result: RiskResult): TailFigure | undefined {
  return pick(result, { method: 'HISTORICAL', confidence: 0.95, horizonDays: 21 }) ?? result.valueAtRisk[0];
}

export type Choice = { method: string; confidence: number; horizonDays: number };

export function pick(result: RiskResult, choice: Choice): TailFigure | undefined {
  return result.valueAtRisk.find(
    (figure) =>
      figure.method === choice.method &&
      figure.confidence === choice.confidence &&
      figure.horizonDays === choice.horizonDays,
  );
}

/** What the result offers to choose from, in its own order. */
export function choices(result: RiskResult) {
  const distinct = <T>(of: (figure: TailFigure) => T) => [...new Set(result.valueAtRisk.map(of))];
  return {
    methods: distinct((figure) => figure.method),
    confidences: distinct((figure) => figure.confidence).sort((a, b) => a - b),
    horizons: distinct((figure) => figure.horizonDays).sort((a, b) => a - b),
  };
}

/** The sentences about the figures; that the data are simulated is said by a label. */
export const words = (result: RiskResult) =>
  result.provenance.simulated ? result.sentences.slice(1) : result.sentences;

/** The holding that brings the most risk beyond its share of the money. */
export const riskiest = (result: RiskResult) =>
  result.contributions.reduce<RiskResult['contributions'][number] | undefined>(
    (worst, row) => (!worst || row.share - row.weight > worst.share - worst.weight ? row : worst),
    undefined,
  );

/** The currency of the amounts; a check of weights alone has none. */
export const currencyOf = (result: RiskResult) =>
  result.inputs.value.amount === 1 ? undefined : result.inputs.value.currency;

/** "1 in 20" says more than 95 %. */
export const oneIn = (confidence: number) => Math.round(1 / (1 - confidence));

/** The largest shares of the risk, for the bars; the smaller ones together at the end. */
export function topContributions(result: RiskResult, most = 8) {
  const sorted = [...result.contributions].sort((a, b) => b.share - a.share);
  if (sorted.length <= most + 1) return { rows: sorted, rest: undefined };
  const rest = sorted.slice(most);
  return {
    rows: sorted.slice(0, most),
    rest: {
      count: rest.length,
      weight: rest.reduce((sum, row) => sum + row.weight, 0),
      share: rest.reduce((sum, row) => sum + row.share, 0),
    },
  };
}
