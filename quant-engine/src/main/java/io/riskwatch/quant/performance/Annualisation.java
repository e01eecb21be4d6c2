package io.riskwatch.quant.performance;

/** Customary numbers of periods in a year; every annualised measure takes its number explicitly. */
public final class Annualisation {
    /** Trading days in a year at stock exchanges. */
    public static final int TRADING_DAYS = 252;

    /** Calendar days in a year, for assets that trade every day. */
    public static final int CALENDAR_DAYS = 365;

    public static final int WEEKS = 52;
    public static final int MONTHS = 12;

    private Annualisation() {}
}
