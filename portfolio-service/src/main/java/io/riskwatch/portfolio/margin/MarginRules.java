package io.riskwatch.portfolio.margin;

import java.math.BigDecimal;

/**
 * What holds for a whole account; rates are decimals.
 *
 * @param minorUnits decimals of the account's currency
 * @param watchFrom utilisation from which an account is watched
 * @param warningFrom utilisation from which it is warned about
 * @param hysteresis how far below a level the utilisation must be before the state falls back
 * @param newSecurities the maintenance rate of what might be added to meet a call
 * @param concentratedFrom the share of all positions that are not paid in full, in (0, 1], above which one of them is
 *     concentrated
 * @param concentrationAddOn what is added to the maintenance rate of a concentrated position; 0 for none
 * @param minimumEquity what must be owned to borrow at all
 */
public record MarginRules(
        int minorUnits,
        BigDecimal watchFrom,
        BigDecimal warningFrom,
        BigDecimal hysteresis,
        BigDecimal newSecurities,
        BigDecimal concentratedFrom,
        BigDecimal concentrationAddOn,
        BigDecimal minimumEquity) {

    /** Without a concentration add-on; 2,000 must be owned to borrow (FINRA Rule 4210(b)). */
    public static final MarginRules STANDARD = new MarginRules(
            2,
            new BigDecimal("0.70"),
            new BigDecimal("0.90"),
            new BigDecimal("0.02"),
            MarginRates.STANDARD.maintenanceLong(),
            BigDecimal.ONE,
            BigDecimal.ZERO,
            new BigDecimal("2000"));

    public MarginRules {
        if (watchFrom.signum() <= 0
                || warningFrom.compareTo(watchFrom) <= 0
                || warningFrom.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("0 < watchFrom < warningFrom <= 1");
        }
        if (hysteresis.signum() < 0 || hysteresis.compareTo(watchFrom) >= 0) {
            throw new IllegalArgumentException("hysteresis lies in [0, watchFrom), was " + hysteresis);
        }
        if (concentratedFrom.signum() <= 0 || concentratedFrom.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("concentratedFrom lies in (0, 1], was " + concentratedFrom);
        }
        if (concentrationAddOn.signum() < 0 || newSecurities.signum() < 0 || minimumEquity.signum() < 0) {
            throw new IllegalArgumentException("rates and the minimum equity are at least 0");
        }
    }

    /** The same for a currency with other decimals. */
    public MarginRules withMinorUnits(int decimals) {
        return new MarginRules(
                decimals,
                watchFrom,
                warningFrom,
                hysteresis,
                newSecurities,
                concentratedFrom,
                concentrationAddOn,
                minimumEquity);
    }

    /** The same with a higher rate for what is a large part of the account. */
    public MarginRules withConcentration(BigDecimal from, BigDecimal addOn) {
        return new MarginRules(
                minorUnits, watchFrom, warningFrom, hysteresis, newSecurities, from, addOn, minimumEquity);
    }

    BigDecimal smallest() {
        return BigDecimal.ONE.movePointLeft(minorUnits);
    }
}
