import type { LeverageParameters, LeverageResult } from '@/api/types';

export type Preview = {
  /** how far prices may fall before a call; nothing without a loan */
  distanceToCall: number | undefined;
  /** interest of a year, as a share of one's own money */
  interestOfOwn: number;
  /** the share of simulated years with a call, read off the last result; nothing where it answers other terms */
  callShare: number | undefined;
};

/**
 * What can be said at once while the slider moves. With k invested for each 1 of one's own the loan is k - 1, a call comes
 * when prices have fallen by 1 - (k - 1) / (k (1 - m)), and the loan costs (k - 1) r 365/360 a year. How many years bring
 * a call needs a simulation: it is read between the leverages of the last one, if that asked on the same terms.
 */
export function previewOf(asked: LeverageParameters, result: LeverageResult | undefined): Preview {
  const { leverage = 1.5, maintenance = 0.25, interestRate = 0.06 } = asked;
  const loan = leverage - 1;
  return {
    distanceToCall: loan > 0 ? Math.max(0, 1 - loan / (leverage * (1 - maintenance))) : undefined,
    interestOfOwn: (loan * interestRate * 365) / 360,
    callShare: result && sameTerms(asked, result) ? between(leverage, result) : undefined,
  };
}

function sameTerms(asked: LeverageParameters, result: LeverageResult): boolean {
  const { maintenance, interestRate } = result.inputs.parameters as LeverageParameters;
  return (
    near(asked.maintenance ?? 0.25, maintenance ?? 0.25) &&
    near(asked.interestRate ?? 0.06, interestRate ?? 0.06)
  );
}

const near = (a: number, b: number) => Math.abs(a - b) < 1e-9;

/** The grid and what was asked, rising, each leverage once. */
export function pointsOf({ grid, asked }: LeverageResult): LeverageResult['grid'] {
  return [...grid.filter((row) => row.leverage !== asked.leverage), asked].sort(
    (a, b) => a.leverage - b.leverage,
  );
}

function between(leverage: number, result: LeverageResult): number | undefined {
  const points = pointsOf(result);
  const above = points.findIndex((point) => point.leverage >= leverage);
  const [high, low] = [points[above], points[above - 1]];
  if (!high) return undefined;
  if (high.leverage === leverage) return high.callShare.value;
  if (!low) return undefined;
  const part = (leverage - low.leverage) / (high.leverage - low.leverage);
  return low.callShare.value + part * (high.callShare.value - low.callShare.value);
}

/** How much is invested today for each 1 of one's own; cash weighs the rest, and less than nothing is a loan. */
export const leverageToday = ({ inputs }: LeverageResult): number => Math.max(1, 1 - inputs.cashWeight);
