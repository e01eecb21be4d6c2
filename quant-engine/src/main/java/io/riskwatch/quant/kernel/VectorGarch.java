package io.riskwatch.quant.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link GarchLikelihood} on the Vector API: one series per lane; twelve sums and five recursions in registers. The logarithms wait until
 * the end: each is a call, and what is alive across a call C2 keeps in memory for the whole loop.
 */
final class VectorGarch {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private VectorGarch() {}

    static int lanes() {
        return SPECIES.length();
    }

    static void evaluate(double[] returns, double[] mean, double[] meanSquare, double[] parameters, double[] figures) {
        int width = SPECIES.length();
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector mu = DoubleVector.fromArray(SPECIES, parameters, 0);
        DoubleVector omega = DoubleVector.fromArray(SPECIES, parameters, width);
        DoubleVector alpha = DoubleVector.fromArray(SPECIES, parameters, 2 * width);
        DoubleVector beta = DoubleVector.fromArray(SPECIES, parameters, 3 * width);
        DoubleVector offset = DoubleVector.fromArray(SPECIES, mean, 0).sub(mu);
        DoubleVector start = offset.fma(offset, DoubleVector.fromArray(SPECIES, meanSquare, 0));
        DoubleVector h = alpha.add(beta).fma(start, omega);
        // minus half the derivative of h by mu
        DoubleVector byMu = alpha.add(beta).mul(offset);
        DoubleVector byOmega = one;
        DoubleVector byAlpha = start;
        DoubleVector byBeta = start;
        DoubleVector value = zero;
        DoubleVector g0 = zero;
        DoubleVector g1 = zero;
        DoubleVector g2 = zero;
        DoubleVector g3 = zero;
        DoubleVector i00 = zero;
        DoubleVector i11 = zero;
        DoubleVector i12 = zero;
        DoubleVector i13 = zero;
        DoubleVector i22 = zero;
        DoubleVector i23 = zero;
        DoubleVector i33 = zero;
        int block = GarchLikelihood.LOGS_TOGETHER * width;
        double[] products = new double[(returns.length + block - 1) / block * width];
        int next = 0;
        for (int from = 0; from < returns.length; from += block) {
            DoubleVector product = one;
            int to = Math.min(returns.length, from + block);
            for (int at = from; at < to; at += width) {
                DoubleVector e = DoubleVector.fromArray(SPECIES, returns, at).sub(mu);
                DoubleVector square = e.mul(e);
                DoubleVector precision = one.div(h);
                DoubleVector ratio = square.mul(precision);
                value = value.add(ratio);
                product = product.mul(h);
                DoubleVector surprise = ratio.sub(one);
                DoubleVector x1 = byOmega.mul(precision);
                DoubleVector x2 = byAlpha.mul(precision);
                DoubleVector x3 = byBeta.mul(precision);
                g0 = precision.fma(e.sub(surprise.mul(byMu)), g0);
                g1 = surprise.fma(x1, g1);
                g2 = surprise.fma(x2, g2);
                g3 = surprise.fma(x3, g3);
                i00 = i00.add(precision);
                i11 = x1.fma(x1, i11);
                i12 = x1.fma(x2, i12);
                i13 = x1.fma(x3, i13);
                i22 = x2.fma(x2, i22);
                i23 = x2.fma(x3, i23);
                i33 = x3.fma(x3, i33);
                byMu = beta.fma(byMu, alpha.mul(e));
                byOmega = beta.fma(byOmega, one);
                byAlpha = beta.fma(byAlpha, square);
                byBeta = beta.fma(byBeta, h);
                h = beta.fma(h, alpha.fma(square, omega));
            }
            product.intoArray(products, next);
            next += width;
        }
        for (int at = 0; at < next; at += width) {
            value = value.add(DoubleVector.fromArray(SPECIES, products, at).lanewise(VectorOperators.LOG));
        }
        value.mul(-0.5).intoArray(figures, 0);
        g0.intoArray(figures, width);
        g1.mul(0.5).intoArray(figures, 2 * width);
        g2.mul(0.5).intoArray(figures, 3 * width);
        g3.mul(0.5).intoArray(figures, 4 * width);
        i00.intoArray(figures, 5 * width);
        i11.mul(0.5).intoArray(figures, 6 * width);
        i12.mul(0.5).intoArray(figures, 7 * width);
        i13.mul(0.5).intoArray(figures, 8 * width);
        i22.mul(0.5).intoArray(figures, 9 * width);
        i23.mul(0.5).intoArray(figures, 10 * width);
        i33.mul(0.5).intoArray(figures, 11 * width);
    }
}
