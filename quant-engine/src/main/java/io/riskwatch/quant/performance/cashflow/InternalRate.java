package io.riskwatch.quant.performance.cashflow;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The rate at which a series of payments is worth nothing today: what the investor's own money earned.
 *
 * <p>Investor's signs: a deposit is negative, a withdrawal and the final value positive. XIRR: sum of CF_i / (1 + r)^((d_i -
 * d_0) / 365) = 0 as in Excel; IRR: whole periods instead of days / 365.
 *
 * <p>The root is bracketed on a grid of ln(1 + r) from r = -0.9999999 to 1e18, pairs of roots within a cell by the
 * turning point between them, and polished by Brent's method. Without a
 * change of sign there is no rate and it is refused; with several changes there may be several rates: the one nearest to
 * zero is given and {@link #severalSignChanges} says so.
 *
 * @param rate per year (XIRR) or per period (IRR), above -1
 * @param severalSignChanges whether the payments change sign more than once, so that the rate may not be the only one
 */
public record InternalRate(double rate, boolean severalSignChanges) {
    private static final double DAYS_PER_YEAR = 365;
    private static final double LOWEST = Math.log(1e-7);
    private static final double HIGHEST = Math.log(1e18);
    private static final int CELLS_PER_SIDE = 400;

    /**
     * Rate per year of dated payments.
     *
     * @param cashflows at least two, of both signs
     * @param days day number of each payment, ascending (equal days allowed), spanning at least one day
     */
    public static InternalRate xirr(double[] cashflows, long[] days) {
        return solve(cashflows, yearFractions(cashflows, days));
    }

    /**
     * Rate per period of evenly spaced payments.
     *
     * @param cashflows at least two, of both signs
     */
    public static InternalRate irr(double[] cashflows) {
        return solve(
                cashflows,
                IntStream.range(0, cashflows.length).mapToDouble(i -> i).toArray());
    }

    /** Present value at the first payment's date of dated payments, discounted at a rate per year above -1 (XNPV). */
    public static double presentValue(double[] cashflows, long[] days, double rate) {
        Arguments.between("rate", rate, -1, Double.POSITIVE_INFINITY);
        Arguments.series("cashflows", cashflows, 1);
        double[] years = yearFractions(cashflows, days);
        double sum = 0;
        for (int i = 0; i < cashflows.length; i++) {
            sum += cashflows[i] * Math.exp(-Math.log1p(rate) * years[i]);
        }
        return sum;
    }

    /**
     * Modified internal rate per period (MIRR): ((future value of gains at the reinvestment rate) / (present value of
     * payments at the finance rate))^(1 / (n - 1)) - 1.
     */
    public static double modified(double[] cashflows, double financeRate, double reinvestmentRate) {
        requireBothSigns(cashflows);
        Arguments.between("financeRate", financeRate, -1, Double.POSITIVE_INFINITY);
        Arguments.between("reinvestmentRate", reinvestmentRate, -1, Double.POSITIVE_INFINITY);
        int last = cashflows.length - 1;
        double gains = 0;
        double payments = 0;
        for (int i = 0; i <= last; i++) {
            gains += Math.max(0, cashflows[i]) * Math.pow(1 + reinvestmentRate, last - i);
            payments -= Math.min(0, cashflows[i]) * Math.pow(1 + financeRate, -i);
        }
        return Math.pow(gains / payments, 1.0 / last) - 1;
    }

    private static double[] yearFractions(double[] cashflows, long[] days) {
        Arguments.sameLength("cashflows", cashflows.length, "days", days.length);
        for (int i = 1; i < days.length; i++) {
            if (days[i] < days[i - 1]) {
                throw new IllegalArgumentException(
                        "days must be ascending, but [" + i + "] = " + days[i] + " follows " + days[i - 1]);
            }
        }
        return Arrays.stream(days)
                .mapToDouble(d -> (d - days[0]) / DAYS_PER_YEAR)
                .toArray();
    }

    private static InternalRate solve(double[] cashflows, double[] times) {
        int signChanges = requireBothSigns(cashflows);
        double last = times[times.length - 1];
        if (!(last > 0)) {
            throw new UndefinedMeasureException("internal rate has no value: the payments span less than one day");
        }
        double above = nearestRoot(new NetPresentValue(cashflows, times, 0), HIGHEST);
        double below = nearestRoot(new NetPresentValue(cashflows, times, last), LOWEST);
        double root = Math.abs(below) < Math.abs(above) ? below : above;
        if (Double.isInfinite(root)) {
            throw new UndefinedMeasureException(
                    "internal rate has no value: no rate between -99.99999 % and 1e20 % brings the payments to zero");
        }
        return new InternalRate(Math.expm1(root), signChanges > 1);
    }

    /** In ln(1 + r), between 0 and the end; infinite when there is none. */
    private static double nearestRoot(NetPresentValue value, double end) {
        double inner = 0;
        for (int cell = 1; cell <= CELLS_PER_SIDE; cell++) {
            double share = (double) cell / CELLS_PER_SIDE;
            double outer = end * share * share;
            OptionalDouble root = value.root(inner, outer);
            if (root.isPresent()) {
                return root.getAsDouble();
            }
            inner = outer;
        }
        return Double.POSITIVE_INFINITY;
    }

    private static int requireBothSigns(double[] cashflows) {
        Arguments.series("cashflows", cashflows, 2);
        double[] moving = Arrays.stream(cashflows).filter(c -> c != 0).toArray();
        int changes = 0;
        for (int i = 1; i < moving.length; i++) {
            changes += Math.signum(moving[i]) == Math.signum(moving[i - 1]) ? 0 : 1;
        }
        if (changes == 0) {
            throw new UndefinedMeasureException(
                    "internal rate has no value: the payments never change sign (deposits are negative, withdrawals and"
                            + " the final value positive)");
        }
        return changes;
    }
}
