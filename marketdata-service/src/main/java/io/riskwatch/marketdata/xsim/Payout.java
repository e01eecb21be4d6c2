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

    /** What is paid is told on the first trading day of the month before from here on. */
    private static final int ANNOUNCING = 20;

    private static final int DECIMALS = 4;
    private static final int MONTHS = 12;

    Payout {
        if (!(annualYield > 0) || payments < 1 || MONTHS % payments != 0 || firstMonth < 1 || firstMonth > MONTHS) {
            throw new IllegalArgumentException("a payout is above 0 and comes 1, 2, 3, 4, 6 or 12 times a year, was "
                    + annualYield + ", " + payments + " from month " + firstMonth);
        }
    }

    /** Whether the dividend of the month after is announced on a trading day. */
    boolean isAnnounced(LocalDate day, LocalDate previousTradingDay) {
        boolean first = day.getDayOfMonth() >= ANNOUNCING
                && (previousTradingDay.getMonthValue() != day.getMonthValue()
                        || previousTradingDay.getDayOfMonth() < ANNOUNCING);
        return first && (day.plusMonths(1).getMonthValue() - firstMonth) % (MONTHS / payments) == 0;
    }

    /** The day from which on the share of a dividend announced on a day is bought without it. */
    static LocalDate exDate(LocalDate announced, TradingDays calendar) {
        return calendar.next(announced.plusMonths(1).withDayOfMonth(MIDDLE_OF_MONTH - 1));
    }

    /** The first trading day of the month after the ex-date. */
    static LocalDate payDay(LocalDate exDate, TradingDays calendar) {
        return calendar.next(exDate.withDayOfMonth(exDate.lengthOfMonth()));
    }

    /** Cash per share, given the close before the announcement: what it will be worth on the ex-date nobody knows. */
    BigDecimal amount(double previousClose) {
        return BigDecimal.valueOf(annualYield / payments * previousClose).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
