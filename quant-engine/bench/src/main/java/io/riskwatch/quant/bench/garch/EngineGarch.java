package io.riskwatch.quant.bench.garch;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.risk.GarchFits;
import java.util.Locale;
import java.util.stream.IntStream;

/** The engine's fits. Before it is measured every series is held against the best that Nelder-Mead finds from three starts. */
public final class EngineGarch implements Contender {
    /** alpha and persistence of the three starts. */
    private static final double[][] STARTS = {{0.09, 0.9}, {0.03, 0.99}, {0.1, 0.4}};

    private final double[][] returns = Market.returns();
    private final double[][] columns = IntStream.range(0, Market.SERIES)
            .mapToObj(s -> Market.column(returns, s))
            .toArray(double[][]::new);
    private final String judged = judge();

    private String judge() {
        GarchFits fits = GarchFits.of(returns);
        double[] behind = IntStream.range(0, Market.SERIES)
                .mapToDouble(s -> bestOfThree(columns[s]) - fits.model(s).logLikelihood(columns[s]))
                .toArray();
        int worst = IntStream.range(0, behind.length)
                .reduce((a, b) -> behind[a] >= behind[b] ? a : b)
                .orElseThrow();
        long beyond =
                IntStream.range(0, behind.length).filter(s -> behind[s] > 1e-3).count();
        return String.format(
                Locale.ROOT,
                "seriesChecked %d seriesWorseBy0.001ThanTheBestOfThreeStarts %d worstBehind %.2e",
                behind.length,
                beyond,
                behind[worst]);
    }

    private static double bestOfThree(double[] column) {
        SimplexFit simplex = new SimplexFit(column);
        double best = Double.NEGATIVE_INFINITY;
        for (double[] start : STARTS) {
            best = Math.max(best, simplex.from(start[0], start[1]).logLikelihood(column));
        }
        return best;
    }

    @Override
    public int warmUps() {
        return 80;
    }

    @Override
    public String run(Stopwatch watch) {
        GarchFits fits = GarchFits.of(returns);
        double sum = 0;
        for (int s = 0; s < Market.COMPARED; s++) {
            sum += fits.model(s).logLikelihood(columns[s]);
        }
        return Market.answer(sum, fits.model(0)) + " " + judged;
    }
}
