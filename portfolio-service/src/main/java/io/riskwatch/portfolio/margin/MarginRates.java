package io.riskwatch.portfolio.margin;

import java.math.BigDecimal;

/**
 * What share of a position's value its owner must own, as decimals. Initial rates hold when a position is opened, at the
 * price of the trade; maintenance rates from then on, at the current price: they are never mixed. Those of short positions
 * come on top of the value that must be bought back (Regulation T writes 150 %, which is 100 % and 50 %).
 *
 * <p>Sources: 12 CFR 220.12 (Regulation T); FINRA Rule 4210(c), as Regulatory Notice 11-16 sums it up.
 *
 * @param marginable whether the position counts as collateral when it is long; if not it is paid for in full
 * @param house whether the organisation set them itself
 */
public record MarginRates(
        boolean marginable,
        BigDecimal initialLong,
        BigDecimal maintenanceLong,
        BigDecimal initialShort,
        BigDecimal maintenanceShort,
        boolean house) {

    private static final BigDecimal MOST_SHORT = BigDecimal.TEN;

    /** 50 % initial; 25 % maintenance long, 30 % short. */
    public static final MarginRates STANDARD = new MarginRates(
            true,
            new BigDecimal("0.50"),
            new BigDecimal("0.25"),
            new BigDecimal("0.50"),
            new BigDecimal("0.30"),
            false);

    /** Paid for in full: nothing is lent against it. */
    public static final MarginRates NOT_MARGINABLE =
            new MarginRates(false, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, false);

    public MarginRates {
        share("initialLong", initialLong, BigDecimal.ONE);
        share("maintenanceLong", maintenanceLong, BigDecimal.ONE);
        share("initialShort", initialShort, MOST_SHORT);
        share("maintenanceShort", maintenanceShort, MOST_SHORT);
        if (!marginable
                && (initialLong.compareTo(BigDecimal.ONE) != 0 || maintenanceLong.compareTo(BigDecimal.ONE) != 0)) {
            throw new IllegalArgumentException("what is not marginable is paid for in full: its long rates are 1");
        }
    }

    private static void share(String name, BigDecimal rate, BigDecimal most) {
        if (rate.signum() < 0 || rate.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " lies between 0 and " + most + ", was " + rate);
        }
    }

    /** The same with another maintenance rate of long positions. */
    public MarginRates withMaintenanceLong(BigDecimal rate) {
        return new MarginRates(marginable, initialLong, rate, initialShort, maintenanceShort, true);
    }
}
