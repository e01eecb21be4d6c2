package io.riskwatch.quant.pricing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How the days between two dates count as a share of a year or of a coupon period. */
public enum DayCount {
    /** US (NASD) 30/360: months of 30 days; Excel's basis 0. */
    THIRTY_360_US,
    /** Actual days over the actual days of the coupon period; Excel's basis 1. */
    ACTUAL_ACTUAL,
    /** Actual days over 360; Excel's basis 2. */
    ACTUAL_360,
    /** Actual days over 365; Excel's basis 3. */
    ACTUAL_365,
    /** European 30/360: a 31st counts as the 30th; Excel's basis 4. */
    THIRTY_360_EUROPEAN;

    /** Days from one date to another under this convention. */
    public long days(LocalDate from, LocalDate to) {
        return switch (this) {
            case THIRTY_360_US -> thirtyUs(from, to);
            case THIRTY_360_EUROPEAN ->
                thirty(from, Math.min(30, from.getDayOfMonth()), to, Math.min(30, to.getDayOfMonth()));
            case ACTUAL_ACTUAL, ACTUAL_360, ACTUAL_365 -> ChronoUnit.DAYS.between(from, to);
        };
    }

    /** Days of a regular coupon period between two dates under this convention. */
    double periodDays(LocalDate from, LocalDate to, int frequency) {
        return switch (this) {
            case THIRTY_360_US, THIRTY_360_EUROPEAN, ACTUAL_360 -> 360.0 / frequency;
            case ACTUAL_365 -> 365.0 / frequency;
            case ACTUAL_ACTUAL -> ChronoUnit.DAYS.between(from, to);
        };
    }

    private static long thirtyUs(LocalDate from, LocalDate to) {
        int first = from.getDayOfMonth();
        int second = to.getDayOfMonth();
        boolean fromEndsFebruary = from.getMonthValue() == 2 && first == from.lengthOfMonth();
        boolean toEndsFebruary = to.getMonthValue() == 2 && second == to.lengthOfMonth();
        if (fromEndsFebruary && toEndsFebruary) {
            second = 30;
        }
        if (fromEndsFebruary) {
            first = 30;
        }
        if (second == 31 && first >= 30) {
            second = 30;
        }
        return thirty(from, Math.min(first, 30), to, second);
    }

    private static long thirty(LocalDate from, int first, LocalDate to, int second) {
        return 360L * (to.getYear() - from.getYear())
                + 30L * (to.getMonthValue() - from.getMonthValue())
                + (second - first);
    }
}
