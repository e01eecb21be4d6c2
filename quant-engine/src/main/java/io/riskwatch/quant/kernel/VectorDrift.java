package io.riskwatch.quant.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The values of many allocations left to drift over some periods: a few assets at a time, whose values stay in registers while the
 * periods run by. (Period by period they would be written and read again, and a 512-bit value that crosses a line of the cache
 * is slow to read back: four times the CPU.)
 */
final class VectorDrift {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    private VectorDrift() {}

    /**
     * Drifts.
     *
     * @param growths period by period, assets side by side
     * @param from the first period
     * @param to after the last
     * @param values asset by asset, lanes side by side; multiplied by the growths
     * @param totals takes the sum of the values after each period
     */
    static void totals(double[] growths, int assets, int from, int to, double[] values, double[] totals) {
        int asset = 0;
        for (; asset < assets - 3; asset += 4) {
            four(growths, assets, from, to, values, asset, totals);
        }
        for (; asset < assets; asset++) {
            one(growths, assets, from, to, values, asset, totals);
        }
    }

    private static void four(
            double[] growths, int assets, int from, int to, double[] values, int asset, double[] totals) {
        int home = asset * WIDTH;
        DoubleVector a = DoubleVector.fromArray(SPECIES, values, home);
        DoubleVector b = DoubleVector.fromArray(SPECIES, values, home + WIDTH);
        DoubleVector c = DoubleVector.fromArray(SPECIES, values, home + 2 * WIDTH);
        DoubleVector d = DoubleVector.fromArray(SPECIES, values, home + 3 * WIDTH);
        for (int t = from; t < to; t++) {
            int growth = t * assets + asset;
            int at = (t - from) * WIDTH;
            a = a.mul(growths[growth]);
            b = b.mul(growths[growth + 1]);
            c = c.mul(growths[growth + 2]);
            d = d.mul(growths[growth + 3]);
            DoubleVector sum = a.add(b).add(c.add(d));
            if (asset > 0) {
                sum = sum.add(DoubleVector.fromArray(SPECIES, totals, at));
            }
            sum.intoArray(totals, at);
        }
        a.intoArray(values, home);
        b.intoArray(values, home + WIDTH);
        c.intoArray(values, home + 2 * WIDTH);
        d.intoArray(values, home + 3 * WIDTH);
    }

    private static void one(
            double[] growths, int assets, int from, int to, double[] values, int asset, double[] totals) {
        int home = asset * WIDTH;
        DoubleVector a = DoubleVector.fromArray(SPECIES, values, home);
        for (int t = from; t < to; t++) {
            int at = (t - from) * WIDTH;
            a = a.mul(growths[t * assets + asset]);
            (asset > 0 ? a.add(DoubleVector.fromArray(SPECIES, totals, at)) : a).intoArray(totals, at);
        }
        a.intoArray(values, home);
    }
}
