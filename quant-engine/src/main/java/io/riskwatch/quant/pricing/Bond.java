package io.riskwatch.quant.pricing;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.NumericalFailureException;
import io.riskwatch.quant.UndefinedMeasureException;
import java.time.LocalDate;

/**
 * A bond of fixed coupons seen from its settlement day: what it costs at a yield, and how the price moves.
 *
 * <p>With n coupons left, w the share of the current period still to run and f coupons a year, the dirty price is sum of (c / f)
 * / (1 + y / f)^(k - 1 + w) + redemption / (1 + y / f)^(n - 1 + w); clean = dirty - accrued, per 100 of face. With one coupon
 * left, simple interest applies to the last period, as in Excel. Durations are in years.
 *
 * <p>Sources: F. Fabozzi, "Fixed Income Analysis"; Excel's PRICE, YIELD, DURATION and MDURATION.
 */
public final class Bond {
    private static final double FACE = 100;

    private final double coupon;
    private final int frequency;
    private final double redemption;
    private final int coupons;
    private final double sinceLast;
    private final double toNext;

    private Bond(double coupon, int frequency, double redemption, int coupons, double sinceLast, double toNext) {
        this.coupon = coupon;
        this.frequency = frequency;
        this.redemption = redemption;
        this.coupons = coupons;
        this.sinceLast = sinceLast;
        this.toNext = toNext;
    }

    /**
     * A bond between coupon dates.
     *
     * @param settlement before the maturity
     * @param maturity coupon dates are counted back from here, keeping the end of the month
     * @param coupon per year as a fraction of the face, not negative
     * @param redemption per 100 of face, usually 100
     * @param frequency coupons a year: 1, 2, 4 or 12
     */
    public static Bond of(
            LocalDate settlement,
            LocalDate maturity,
            double coupon,
            double redemption,
            int frequency,
            DayCount dayCount) {
        requireTerms(coupon, redemption, frequency);
        if (!settlement.isBefore(maturity)) {
            throw new IllegalArgumentException(
                    "settlement must be before maturity, was " + settlement + " and " + maturity);
        }
        int months = 12 / frequency;
        int coupons = 1;
        while (before(maturity, coupons * months).isAfter(settlement)) {
            coupons++;
        }
        LocalDate previous = before(maturity, coupons * months);
        LocalDate next = before(maturity, (coupons - 1) * months);
        double period = dayCount.periodDays(previous, next, frequency);
        double accrued = dayCount.days(previous, settlement);
        double left = switch (dayCount) {
            case ACTUAL_ACTUAL, ACTUAL_360, ACTUAL_365 -> dayCount.days(settlement, next);
            case THIRTY_360_US, THIRTY_360_EUROPEAN -> period - accrued;
        };
        return new Bond(coupon, frequency, redemption, coupons, accrued / period, left / period);
    }

    /** A bond on a coupon date with whole years to run. */
    public static Bond ofYears(int years, double coupon, double redemption, int frequency) {
        requireTerms(coupon, redemption, frequency);
        return new Bond(coupon, frequency, redemption, Arguments.atLeast("years", years, 1) * frequency, 0, 1);
    }

    private static void requireTerms(double coupon, double redemption, int frequency) {
        Arguments.notNegative("coupon", coupon);
        Arguments.positive("redemption", redemption);
        if (frequency != 1 && frequency != 2 && frequency != 4 && frequency != 12) {
            throw new IllegalArgumentException("frequency must be 1, 2, 4 or 12, was " + frequency);
        }
    }

    private static LocalDate before(LocalDate maturity, int months) {
        LocalDate date = maturity.minusMonths(months);
        boolean monthEnd = maturity.getDayOfMonth() == maturity.lengthOfMonth();
        return monthEnd ? date.withDayOfMonth(date.lengthOfMonth()) : date;
    }

    /**
     * Interest earned since the last coupon, per 100 of face: days since it over the days of the period. Where a period does not
     * have its actual length (Act/360, Act/365), the days past and the days to come do not fill it exactly, as in Excel.
     */
    public double accrued() {
        return FACE * coupon / frequency * sinceLast;
    }

    /** Price without accrued interest at a yield per year compounded with the coupons, per 100 of face. */
    public double cleanPrice(double yield) {
        return dirtyPrice(yield) - accrued();
    }

    /** What is paid: price with accrued interest, per 100 of face. */
    public double dirtyPrice(double yield) {
        double perPeriod = perPeriod(yield);
        if (coupons == 1) {
            return (redemption + FACE * coupon / frequency) / (1 + perPeriod * toNext);
        }
        return moments(Math.log1p(perPeriod), 0)[0];
    }

    /**
     * The yield at which the bond costs this clean price: Newton's method for ln(price) in x = ln(1 + y / f), a convex decreasing
     * function, so that from the second step on it approaches from one side.
     */
    public double yieldAt(double cleanPrice) {
        Arguments.positive("cleanPrice", cleanPrice);
        double target = cleanPrice + accrued();
        if (coupons == 1) {
            if (toNext == 0) {
                throw new UndefinedMeasureException("yield has no value: no day is left before the last payment");
            }
            return ((redemption + FACE * coupon / frequency) / target - 1) / toNext * frequency;
        }
        double x = 0;
        for (int step = 0; step < 100; step++) {
            // scaled by its greatest discount factor, so that nothing overflows
            double scale = -x * (x < 0 ? coupons - 1 + toNext : toNext);
            double[] m = moments(x, scale);
            double change = (Math.log(m[0] / target) + scale) / (m[1] / m[0]);
            x += change;
            if (Math.abs(change) < 1e-15 * (1 + Math.abs(x))) {
                return Math.expm1(x) * frequency;
            }
        }
        throw new NumericalFailureException("yield: Newton's method did not settle for a price of " + cleanPrice);
    }

    /** Macaulay duration: average time of the payments by present value, in years. */
    public double macaulayDuration(double yield) {
        double[] m = moments(Math.log1p(perPeriod(yield)), 0);
        return m[1] / m[0] / frequency;
    }

    /** Relative fall of the price per 1.00 of yield, in years. */
    public double modifiedDuration(double yield) {
        return macaulayDuration(yield) / (1 + yield / frequency);
    }

    /** Second derivative of the price by the yield over the price, in years^2. */
    public double convexity(double yield) {
        double perPeriod = perPeriod(yield);
        double[] m = moments(Math.log1p(perPeriod), 0);
        return m[2] / m[0] / ((1 + perPeriod) * (1 + perPeriod) * frequency * frequency);
    }

    private double perPeriod(double yield) {
        return Arguments.between("yield", yield, -frequency, Double.POSITIVE_INFINITY) / frequency;
    }

    /** Sums over payments of present value exp(-x t) times 1, t and t (t + 1), t in periods; all over exp(scale). */
    private double[] moments(double x, double scale) {
        double[] m = new double[3];
        for (int k = 0; k < coupons; k++) {
            double t = k + toNext;
            double payment = FACE * coupon / frequency + (k == coupons - 1 ? redemption : 0);
            double value = payment * Math.exp(-x * t - scale);
            m[0] += value;
            m[1] += value * t;
            m[2] += value * t * (t + 1);
        }
        return m;
    }
}
