package io.riskwatch.quant.bench.optimization;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.optimization.MeanVariance;
import java.util.Locale;

/** One portfolio of {@link FrontierMarket}: the measure its fifty are held against. */
public final class EngineOneSolve implements Contender {
    private static final int REPETITIONS = 40;

    private final FrontierMarket market = new FrontierMarket();

    @Override
    public double scale() {
        return 1.0 / REPETITIONS;
    }

    @Override
    public int warmUps() {
        return 25;
    }

    @Override
    public String run(Stopwatch watch) {
        double volatility = 0;
        for (int k = 0; k < REPETITIONS; k++) {
            MeanVariance problem = market.problem();
            volatility = Math.sqrt(problem.variance(problem.minimumVariance()));
        }
        return String.format(Locale.ROOT, "least %.9f", volatility);
    }
}
