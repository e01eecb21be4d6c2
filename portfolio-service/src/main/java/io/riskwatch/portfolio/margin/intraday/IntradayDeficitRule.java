package io.riskwatch.portfolio.margin.intraday;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * The rule in force: the intraday margin level is what could be withdrawn while the maintenance requirement is still met,
 * negative when it is not. The deficit of a day is the lowest level below zero that a purchase, a short sale or a withdrawal
 * left; a fall of prices alone makes none. It is to be met as soon as possible. Who makes a practice of not doing so and has
 * not met one by the fifth business day may borrow and sell short nothing more for 90 days. A small deficit makes no
 * practice; after the fifteenth business day a deficit is no longer outstanding.
 *
 * @param cureDays business days after which an unmet deficit of who makes a practice of it freezes the account
 * @param expiryDays business days after which it is no longer outstanding
 * @param freezeDays calendar days of a freeze
 * @param minorShare of the equity up to which a deficit is small
 * @param minorAmount up to which it is small; the smaller of both decides
 */
public record IntradayDeficitRule(
        int cureDays, int expiryDays, int freezeDays, BigDecimal minorShare, BigDecimal minorAmount)
        implements IntradayMarginRule {

    public IntradayDeficitRule {
        if (cureDays < 1 || expiryDays < cureDays || freezeDays < 0) {
            throw new IllegalArgumentException("1 <= cureDays <= expiryDays and freezeDays at least 0");
        }
        if (minorShare.signum() < 0 || minorAmount.signum() < 0) {
            throw new IllegalArgumentException("what is small is at least 0");
        }
    }

    /**
     * A deficit of a day.
     *
     * @param amount above 0
     * @param minor so small that it makes no practice
     * @param freezesAfter the end of this business day
     * @param outstandingUntil the end of this business day
     */
    public record Deficit(
            LocalDate day, BigDecimal amount, boolean minor, LocalDate freezesAfter, LocalDate outstandingUntil) {}

    @Override
    public Regime regime() {
        return Regime.INTRADAY_DEFICIT;
    }

    /**
     * What follows from a deficit.
     *
     * @param trading the days on which business is done
     */
    public Deficit of(IntradayDeficit found, Predicate<LocalDate> trading) {
        return new Deficit(
                found.day(),
                found.amount(),
                minor(found.amount(), found.equity()),
                after(found.day(), cureDays, trading),
                after(found.day(), expiryDays, trading));
    }

    boolean minor(BigDecimal deficit, BigDecimal equity) {
        return deficit.compareTo(minorShare.multiply(equity).min(minorAmount)) <= 0;
    }

    private static LocalDate after(LocalDate day, int businessDays, Predicate<LocalDate> trading) {
        var found = day;
        for (var left = businessDays; left > 0; ) {
            found = found.plusDays(1);
            if (trading.test(found)) {
                left--;
            }
        }
        return found;
    }
}
