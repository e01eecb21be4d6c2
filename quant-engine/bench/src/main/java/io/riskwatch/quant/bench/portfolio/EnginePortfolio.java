package io.riskwatch.quant.bench.portfolio;

import static io.riskwatch.quant.bench.portfolio.FiftyAssets.ASSETS;
import static io.riskwatch.quant.bench.portfolio.FiftyAssets.DAYS;
import static io.riskwatch.quant.bench.portfolio.FiftyAssets.PROBABILITIES;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.simulation.BoughtPortfolio;
import io.riskwatch.quant.simulation.GeometricBrownianMotion;
import io.riskwatch.quant.simulation.SimulationRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** The engine's bought portfolio. */
public final class EnginePortfolio implements Contender {
    private static final int PATHS = 100_000;

    private final BoughtPortfolio portfolio;

    public EnginePortfolio() {
        List<GeometricBrownianMotion> assets = new ArrayList<>();
        double[][] correlation = new double[ASSETS][ASSETS];
        double[] weights = new double[ASSETS];
        Arrays.fill(weights, 1.0 / ASSETS);
        for (int i = 0; i < ASSETS; i++) {
            assets.add(new GeometricBrownianMotion(FiftyAssets.drift(i), FiftyAssets.volatility(i)));
            for (int j = 0; j < ASSETS; j++) {
                correlation[i][j] = FiftyAssets.correlation(i, j);
            }
        }
        portfolio = BoughtPortfolio.of(assets, correlation, weights);
    }

    @Override
    public String run(Stopwatch watch) {
        AtomicReference<BoughtPortfolio.Fan> simulated = new AtomicReference<>();
        watch.kernel(() -> simulated.set(portfolio.simulate(1.0 / DAYS, DAYS, PATHS, SimulationRun.of(42))));
        BoughtPortfolio.Fan fan = simulated.get();
        double[][] quantiles = fan.quantiles(PROBABILITIES);
        return String.format(
                Locale.ROOT,
                "mean %.5f p5 %.5f p50 %.5f ES5 %.5f",
                fan.at(DAYS - 1).mean(),
                quantiles[DAYS - 1][1],
                quantiles[DAYS - 1][3],
                fan.at(DAYS - 1).meanOfLowest(0.05));
    }
}
