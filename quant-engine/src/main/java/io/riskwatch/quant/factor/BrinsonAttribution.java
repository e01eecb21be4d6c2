package io.riskwatch.quant.factor;

import io.riskwatch.quant.Arguments;

/**
 * Why a portfolio beat its benchmark: the right sectors, or the right assets inside them.
 *
 * <p>Per sector, with weights w and returns r of the portfolio and W and R of the benchmark: allocation (w - W)(R - R_total)
 * (Brinson-Fachler), selection W (r - R), interaction (w - W)(r - R). Over all sectors they sum to the active return. One
 * period, decimals.
 *
 * <p>Sources: G. Brinson, R. Hood and G. Beebower (1986); G. Brinson and N. Fachler (1985).
 *
 * @param allocation effect of the sectors' weights
 * @param selection effect of the assets inside the sectors
 * @param interaction effect of both together
 */
public record BrinsonAttribution(double allocation, double selection, double interaction) {

    /** One attribution per sector; weights of each side must sum to 1. */
    public static BrinsonAttribution[] of(
            double[] weights, double[] returns, double[] benchmarkWeights, double[] benchmarkReturns) {
        int n = weights.length;
        Arguments.sameLength("weights", n, "returns", returns.length);
        Arguments.sameLength("weights", n, "benchmarkWeights", benchmarkWeights.length);
        Arguments.sameLength("weights", n, "benchmarkReturns", benchmarkReturns.length);
        requireSumOfOne("weights", weights);
        requireSumOfOne("benchmarkWeights", benchmarkWeights);
        Arguments.series("returns", returns, 1);
        Arguments.series("benchmarkReturns", benchmarkReturns, 1);
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += benchmarkWeights[i] * benchmarkReturns[i];
        }
        BrinsonAttribution[] sectors = new BrinsonAttribution[n];
        for (int i = 0; i < n; i++) {
            double overweight = weights[i] - benchmarkWeights[i];
            double better = returns[i] - benchmarkReturns[i];
            sectors[i] = new BrinsonAttribution(
                    overweight * (benchmarkReturns[i] - total), benchmarkWeights[i] * better, overweight * better);
        }
        return sectors;
    }

    /** The sector's whole part of the active return. */
    public double total() {
        return allocation + selection + interaction;
    }

    private static void requireSumOfOne(String name, double[] weights) {
        double sum = 0;
        for (double w : Arguments.series(name, weights, 1)) {
            sum += w;
        }
        if (Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException(name + " must sum to 1, summed to " + sum);
        }
    }
}
