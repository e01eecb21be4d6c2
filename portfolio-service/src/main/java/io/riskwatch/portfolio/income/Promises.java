package io.riskwatch.portfolio.income;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is needed to tell of announced dividends.
 *
 * @param rates what one unit of a currency is worth in the base currency today; NaN when nobody knows
 * @param unknown holdings whose announcements cannot be told
 */
record Promises(ToDoubleFunction<String> rates, List<String> unknown) {

    /** Of a calendar in which nothing is announced. */
    static final Promises NONE = new Promises(currency -> Double.NaN, List.of());

    Promises {
        unknown = List.copyOf(unknown);
    }

    /** In the base currency; NaN when nobody knows the rate. */
    double inBase(Announcement one) {
        return one.amount().doubleValue() * rates.applyAsDouble(one.currency());
    }
}
