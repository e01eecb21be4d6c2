import type { HouseRate } from '@/api/types';

/** Everything that was set for one instrument. */
export type InstrumentRates = {
  symbol: string;
  /** what holds on the day that is looked at; absent where all of it is still to come */
  now: HouseRate | undefined;
  /** what is to come, the next first */
  coming: readonly HouseRate[];
  /** all of it, the latest day first */
  history: readonly HouseRate[];
};

/**
 * By instrument, of a list by symbol and day.
 *
 * @param more whether the list goes on: then its last instrument may not be complete, and waits for the rest
 */
export function byInstrument(rates: readonly HouseRate[], today: string, more: boolean): InstrumentRates[] {
  const symbols = [...new Set(rates.map(({ symbol }) => symbol))];
  const shown = more && symbols.length > 1 ? symbols.slice(0, -1) : symbols;
  return shown.map((symbol) => {
    const own = rates
      .filter((rate) => rate.symbol === symbol)
      .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
    return {
      symbol,
      now: own.findLast(({ validFrom }) => validFrom <= today),
      coming: own.filter(({ validFrom }) => validFrom > today),
      history: own.toReversed(),
    };
  });
}

/** Whether a row sets any rate; one that sets none makes the standard hold again. */
export const setsRates = (rate: HouseRate): boolean =>
  [rate.marginable, rate.initialLong, rate.maintenanceLong, rate.initialShort, rate.maintenanceShort].some(
    (value) => value !== undefined && value !== null,
  );

/** The day it is for the rates: they go by universal time. */
export const today = (now = new Date()): string => now.toISOString().slice(0, 10);
