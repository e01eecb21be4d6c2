package io.riskwatch.marketdata.series;

import java.time.LocalDate;

/**
 * New shares for old ones, from the day on: 4 for 1 divides the price by 4. Two integers, so that 1:3 stays exact.
 *
 * @param day the first day traded on the new basis
 */
public record Split(LocalDate day, int newShares, int oldShares) {
    public Split {
        if (newShares < 1 || oldShares < 1) {
            throw new IllegalArgumentException(
                    "a split has at least one share on each side, was " + newShares + ":" + oldShares);
        }
    }
}
