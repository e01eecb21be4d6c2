package io.riskwatch.marketdata.xsim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * How an instrument pays dividends.
 *
 * @param annualYield of the price, 0.02 is two percent a year
 * @param payments a year
 * @param firstMonth the first month of the year in which it pays
 */
record Payout(double annualYield, int payments, int firstMonth) {
    /** The ex-date is the first trading day of its month from here on. */
    private static final int MIDDLE_OF_MONTH = 15;

    private static final int DECIMALS = 4;
    private static final int MONTHS = 12;

    Payout {
        if (!(annualYield > 0) || payments < 1 || MONTHS % payments != 0 || firstMonth < 1 || firstMonth > MONTHS) {
            throw new IllegalArgumentException("a payout is above 0 and comes 1, 2, 3, 4, 6 or 12 times a year, was "
                    + annualYield + ", " + payments + " from month " + firstMonth);
        }
    }

    boolean isExDate(LocalDate day, LocalDate previousTradingDay) {
        boolean first = day.getDayOfMonth() >= MIDDLE_OF_MONTH
                && (previousTradingDay.getMonthValue() != day.getMonthValue()
                        || previousTradingDay.getDayOfMonth() < MIDDLE_OF_MONTH);
        return first && (day.getMonthValue() - firstMonth) % (MONTHS / payments) == 0;
    }

    /** Cash per share, given the close before the ex-date. */
    BigDecimal amount(double previousClose) {
        return BigDecimal.valueOf(annualYield / payments * previousClose).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
