package io.riskwatch.quant.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link AllocationWalk} on the Vector API: one variant per lane.
 *
 * <p>Between two rebalancings nothing is decided, so the values drift there asset by asset ({@link VectorDrift}), and the totals of
 * such a stretch are then gone through period by period. Where there are bands every period decides: a stretch is one period.
 */
final class VectorAllocation {
    private static final int LONGEST_STRETCH = 64;

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private VectorAllocation() {}

    static int lanes() {
        return SPECIES.length();
    }

    static void walk(AllocationWalk.Variants variants, double[] figures) {
        int width = SPECIES.length();
        double[] growths = variants.growths();
        double[] targets = variants.targets();
        double[] values = targets.clone();
        int assets = variants.assets();
        int periods = growths.length / assets;
        boolean bands = variants.hasBands();
        double costRate = variants.costRate();
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector every = DoubleVector.fromArray(SPECIES, variants.everyPeriods(), 0);
        DoubleVector tolerance = DoubleVector.fromArray(SPECIES, variants.tolerances(), 0);
        DoubleVector shift = DoubleVector.fromArray(SPECIES, variants.shifts(), 0);
        // the first purchase is no rebalancing: its turnover is that of an empty portfolio, or nothing
        DoubleVector traded = zero;
        for (int i = 0; variants.entryCosts() && i < targets.length; i += width) {
            traded = traded.add(DoubleVector.fromArray(SPECIES, targets, i));
        }
        DoubleVector kept = one.sub(traded.mul(costRate).min(one));
        DoubleVector nextDue = every;
        DoubleVector total = one;
        DoubleVector wealth = one;
        DoubleVector sum = zero;
        DoubleVector squares = zero;
        DoubleVector peak = one;
        DoubleVector least = one;
        DoubleVector margin = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
        DoubleVector lowest = one;
        DoubleVector highest = one;
        double[] totals = new double[LONGEST_STRETCH * width];
        int end;
        for (int t = 0; t < periods; t = end) {
            if (t > 0) {
                VectorMask<Double> onDate = nextDue.compare(VectorOperators.EQ, t);
                VectorMask<Double> due = onDate;
                if (bands) {
                    DoubleVector widest = zero;
                    for (int i = 0; i < values.length; i += width) {
                        DoubleVector aim =
                                DoubleVector.fromArray(SPECIES, targets, i).mul(total);
                        widest = widest.max(DoubleVector.fromArray(SPECIES, values, i)
                                .sub(aim)
                                .abs());
                    }
                    DoubleVector excess = widest.sub(tolerance.mul(total));
                    margin = margin.min(excess.abs().sub(total.mul(AllocationWalk.DOUBT)));
                    due = due.or(excess.compare(VectorOperators.GT, 0));
                }
                kept = one;
                if (due.anyTrue()) {
                    DoubleVector away = zero;
                    for (int i = 0; i < values.length; i += width) {
                        DoubleVector target = DoubleVector.fromArray(SPECIES, targets, i);
                        DoubleVector value = DoubleVector.fromArray(SPECIES, values, i);
                        away = away.add(value.sub(target.mul(total)).abs());
                        value.blend(target, due).intoArray(values, i);
                    }
                    DoubleVector turnover = zero.blend(away.div(total), due);
                    traded = traded.add(turnover);
                    kept = one.sub(turnover.mul(costRate).min(one));
                    total = total.blend(one, due);
                    nextDue = nextDue.add(every, onDate);
                }
            }
            end = bands ? t + 1 : stretchEnd(t, periods, nextDue);
            VectorDrift.totals(growths, assets, t, end, values, totals);
            for (int at = 0; at < (end - t) * width; at += width) {
                DoubleVector now = DoubleVector.fromArray(SPECIES, totals, at);
                DoubleVector earned = kept.mul(now.div(total)).sub(one);
                kept = one;
                total = now;
                wealth = wealth.mul(earned.add(one));
                DoubleVector deviation = earned.sub(shift);
                sum = sum.add(deviation);
                squares = deviation.fma(deviation, squares);
                peak = peak.max(wealth);
                if (wealth.compare(VectorOperators.LT, least.mul(peak)).anyTrue()) {
                    least = least.min(wealth.div(peak));
                }
                lowest = lowest.min(now);
                highest = highest.max(now);
            }
        }
        wealth.intoArray(figures, 0);
        sum.intoArray(figures, width);
        squares.intoArray(figures, 2 * width);
        least.intoArray(figures, 3 * width);
        traded.intoArray(figures, 4 * width);
        margin.intoArray(figures, 5 * width);
        lowest.intoArray(figures, 6 * width);
        highest.intoArray(figures, 7 * width);
    }

    /** The first period after t at which a lane is due, or the end of the stretch that the buffer holds. */
    private static int stretchEnd(int t, int periods, DoubleVector nextDue) {
        int end = Math.min(periods, t + LONGEST_STRETCH);
        double due = nextDue.reduceLanes(VectorOperators.MIN);
        return due > t && due < end ? (int) due : end;
    }
}
