package io.riskwatch.quant.bench.optimization;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.optimization.MinimumShortfall;
import io.riskwatch.quant.optimization.PortfolioConstraints;
import java.util.Locale;

/** The engine's portfolio of least expected shortfall, 100 assets and 2,000 scenarios, with a return to be met. */
public final class EngineShortfall implements Contender {
    private static final int ASSETS = 100;
    private static final int SCENARIOS = 2000;
    private static final double CONFIDENCE = 0.95;

    private final double[][] scenarios = new Draws(30).returns(SCENARIOS, ASSETS);
    private final double[] means = new double[ASSETS];
    private final double target;

    public EngineShortfall() {
        double sum = 0;
        for (int i = 0; i < ASSETS; i++) {
            for (double[] scenario : scenarios) {
                means[i] += scenario[i] / SCENARIOS;
            }
            sum += means[i];
        }
        target = sum / ASSETS + 0.001;
    }

    @Override
    public int warmUps() {
        return 40;
    }

    @Override
    public String run(Stopwatch watch) {
        MinimumShortfall least =
                MinimumShortfall.of(scenarios, CONFIDENCE, PortfolioConstraints.uniform(ASSETS, 0, 0.1), means, target);
        return String.format(Locale.ROOT, "shortfall %.10f", least.expectedShortfall());
    }
}
