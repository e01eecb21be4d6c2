package io.riskwatch.quant.bench.portfolio;

/** The market of W2, the same in every language: a function of the asset's number alone. */
final class FiftyAssets {
    static final int ASSETS = 50;
    static final int DAYS = 252;
    static final double[] PROBABILITIES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    private FiftyAssets() {}

    static double drift(int i) {
        return 0.03 + 0.1 * (i * 7 % ASSETS) / ASSETS;
    }

    static double volatility(int i) {
        return 0.12 + 0.3 * (i * 13 % ASSETS) / ASSETS;
    }

    static double correlation(int i, int j) {
        return i == j ? 1 : loading(i) * loading(j);
    }

    private static double loading(int i) {
        return 0.3 + 0.5 * (i * 29 % ASSETS) / ASSETS;
    }
}
