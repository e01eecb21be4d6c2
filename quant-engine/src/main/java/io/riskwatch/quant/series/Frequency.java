package io.riskwatch.quant.series;

import io.riskwatch.quant.Arguments;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How often a series is observed, and with it how many of its periods a year has.
 *
 * <p>Dates are days since 1970-01-01. Weeks begin on Monday (ISO 8601), months, quarters and years on their first day.
 */
public enum Frequency {
    /** Every day of the week, as crypto-currencies are traded. */
    CALENDAR_DAYS(365),
    /** The days on which a stock exchange is open. */
    TRADING_DAYS(252),
    /** One observation a week. */
    WEEKS(52),
    /** One observation a month. */
    MONTHS(12),
    /** One observation a quarter. */
    QUARTERS(4),
    /** One observation a year. */
    YEARS(1);

    private static final double DAYS_PER_WEEK = 7;

    private final int periodsPerYear;

    Frequency(int periodsPerYear) {
        this.periodsPerYear = periodsPerYear;
    }

    /** The factor by which a mean return per period becomes one per year; a volatility grows by its root. */
    public int periodsPerYear() {
        return periodsPerYear;
    }

    /**
     * The frequency that the dates show, by the median distance between neighbours: up to 4 days daily, up to 10 weekly, up to 45
     * monthly, up to 135 quarterly, else yearly. Gaps do not disturb it. Daily dates are calendar days when more than six of seven
     * days between the first and the last are there.
     *
     * @param epochDays at least two, strictly ascending
     */
    public static Frequency of(int[] epochDays) {
        requireAscending(epochDays);
        Arguments.atLeast("number of dates", epochDays.length, 2);
        int[] distances = IntStream.range(1, epochDays.length)
                .map(t -> epochDays[t] - epochDays[t - 1])
                .sorted()
                .toArray();
        int median = distances[distances.length / 2];
        double days = (double) epochDays[epochDays.length - 1] - epochDays[0];
        if (median <= 4) {
            boolean everyDay = (epochDays.length - 1) / days > 6 / DAYS_PER_WEEK;
            return everyDay ? CALENDAR_DAYS : TRADING_DAYS;
        }
        return median <= 10 ? WEEKS : median <= 45 ? MONTHS : median <= 135 ? QUARTERS : YEARS;
    }

    /**
     * Positions of the last date of every period in which there is one: what is kept when a series is thinned to this frequency.
     * The last period counts although it may not be over.
     *
     * @param epochDays strictly ascending
     */
    public int[] lastOfEach(int[] epochDays) {
        requireAscending(epochDays);
        long[] periods = Arrays.stream(epochDays).mapToLong(this::period).toArray();
        return IntStream.range(0, periods.length)
                .filter(t -> t == periods.length - 1 || periods[t + 1] != periods[t])
                .toArray();
    }

    private long period(int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        long month = date.getLong(ChronoField.PROLEPTIC_MONTH);
        return switch (this) {
            case CALENDAR_DAYS, TRADING_DAYS -> epochDay;
            case WEEKS -> Math.floorDiv(epochDay + 3L, (long) DAYS_PER_WEEK); // day 0 was a Thursday
            case MONTHS -> month;
            case QUARTERS -> Math.floorDiv(month, 3L);
            case YEARS -> Math.floorDiv(month, 12L);
        };
    }

    /** Refuses dates that are not strictly ascending. */
    static void requireAscending(int[] epochDays) {
        for (int t = 1; t < epochDays.length; t++) {
            if (epochDays[t] <= epochDays[t - 1]) {
                throw new IllegalArgumentException("epochDays must be strictly ascending, but [" + t + "] = "
                        + epochDays[t] + " follows " + epochDays[t - 1]);
            }
        }
    }
}
