package io.riskwatch.quant.kernel;

/** {@link GarchLikelihood} for one series, for a JVM without the Vector API. */
final class ScalarGarch {
    private ScalarGarch() {}

    static void evaluate(double[] returns, double[] mean, double[] meanSquare, double[] parameters, double[] figures) {
        double mu = parameters[0];
        double omega = parameters[1];
        double alpha = parameters[2];
        double beta = parameters[3];
        double offset = mean[0] - mu;
        double start = meanSquare[0] + offset * offset;
        double h = omega + (alpha + beta) * start;
        // the derivatives of h by mu (minus half of it), omega, alpha, beta
        double[] slope = {(alpha + beta) * offset, 1, start, start};
        double[] share = new double[GarchLikelihood.PARAMETERS];
        double[] sums = new double[GarchLikelihood.FIGURES];
        double product = 1;
        for (int t = 0; t < returns.length; t++) {
            double e = returns[t] - mu;
            double square = e * e;
            double precision = 1 / h;
            double ratio = square * precision;
            double surprise = ratio - 1;
            sums[0] -= 0.5 * ratio;
            product *= h;
            if ((t + 1) % GarchLikelihood.LOGS_TOGETHER == 0) {
                sums[0] -= 0.5 * Math.log(product);
                product = 1;
            }
            int at = 1;
            sums[at++] += precision * (e - surprise * slope[0]);
            for (int i = 1; i < share.length; i++) {
                share[i] = slope[i] * precision;
                sums[at++] += 0.5 * surprise * share[i];
            }
            sums[at++] += precision;
            for (int i = 1; i < share.length; i++) {
                for (int j = i; j < share.length; j++) {
                    sums[at++] += 0.5 * share[i] * share[j];
                }
            }
            slope[0] = beta * slope[0] + alpha * e;
            slope[1] = beta * slope[1] + 1;
            slope[2] = beta * slope[2] + square;
            slope[3] = beta * slope[3] + h;
            h = omega + alpha * square + beta * h;
        }
        sums[0] -= 0.5 * Math.log(product);
        System.arraycopy(sums, 0, figures, 0, sums.length);
    }
}
