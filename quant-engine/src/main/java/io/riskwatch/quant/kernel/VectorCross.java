package io.riskwatch.quant.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The walk of one fast average against as many slow ones as a vector has lanes. */
final class VectorCross {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private VectorCross() {}

    static int lanes() {
        return SPECIES.length();
    }

    /**
     * Walks through the bars. The side changes where the fast average is above the slow one and was last seen below it, or the
     * other way round; nothing is held before the first change. A lane whose slow average is NaN decides nothing.
     *
     * @param fast mean at each bar
     * @param slow means at each bar, lanes side by side
     * @param first the first bar at whose open a decision can be filled, at least 1
     * @param figures where final equity, sum of returns, sum of squares, least share of the peak and number of closed positions are
     *     written, each for all lanes
     */
    static void walk(CrossSweep.Market market, double[] fast, double[] slow, int first, double[] figures, int at) {
        double[] closes = market.closes();
        int width = SPECIES.length();
        double cashBelow = market.shortBelow() ? market.cashOfShort() : 1;
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector minusOne = one.neg();
        DoubleVector cash = one;
        DoubleVector units = zero;
        DoubleVector closed = zero;
        DoubleVector equity = cash;
        DoubleVector peak = cash;
        DoubleVector least = cash;
        DoubleVector sum = zero;
        DoubleVector squares = zero;
        // 1 or -1, the side last seen: a vector, since C2 would put a mask carried from bar to bar on the heap
        DoubleVector side = zero;
        for (int t = first; t < closes.length; t++) {
            DoubleVector slowMeans = DoubleVector.fromArray(SPECIES, slow, (t - 1) * width);
            VectorMask<Double> above = slowMeans.compare(VectorOperators.LT, fast[t - 1]);
            VectorMask<Double> below = slowMeans.compare(VectorOperators.GT, fast[t - 1]);
            VectorMask<Double> up = above.and(side.compare(VectorOperators.LT, zero));
            VectorMask<Double> down = below.and(side.compare(VectorOperators.GT, zero));
            side = side.blend(one, above).blend(minusOne, below);
            if (up.or(down).anyTrue()) {
                VectorMask<Double> isLong = units.compare(VectorOperators.GT, zero);
                DoubleVector money = units.fma(
                        DoubleVector.broadcast(SPECIES, market.buying(t)).blend(market.selling(t), isLong), cash);
                closed = closed.add(1, units.compare(VectorOperators.NE, zero).and(up.or(down)));
                cash = cash.blend(zero, up).blend(money.mul(cashBelow), down);
                units = units.blend(money.div(market.buying(t)), up).blend(money.mul(market.shorting(t)), down);
            }
            DoubleVector now = units.fma(DoubleVector.broadcast(SPECIES, closes[t]), cash);
            DoubleVector earned = now.div(equity).sub(1);
            sum = sum.add(earned);
            squares = earned.fma(earned, squares);
            equity = now;
            peak = peak.max(now);
            if (now.compare(VectorOperators.LT, least.mul(peak)).anyTrue()) {
                least = least.min(now.div(peak));
            }
        }
        equity.intoArray(figures, at);
        sum.intoArray(figures, at + width);
        squares.intoArray(figures, at + 2 * width);
        least.intoArray(figures, at + 3 * width);
        closed.intoArray(figures, at + 4 * width);
    }
}
