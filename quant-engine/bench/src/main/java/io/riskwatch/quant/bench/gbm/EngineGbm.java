package io.riskwatch.quant.bench.gbm;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.simulation.GeometricBrownianMotion;
import io.riskwatch.quant.simulation.SimulatedPaths;
import io.riskwatch.quant.simulation.SimulationRun;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** The engine's simulation of one asset; its kernel is the paths, the rest their statistics. */
public final class EngineGbm implements Contender {
    private static final int PATHS = 1_000_000;

    @Override
    public int warmUps() {
        return 12;
    }

    @Override
    public String run(Stopwatch watch) {
        AtomicReference<SimulatedPaths> simulated = new AtomicReference<>();
        watch.kernel(() -> simulated.set(
                new GeometricBrownianMotion(0.07, 0.2).simulate(100, 1, 252, PATHS, SimulationRun.of(42))));
        SimulatedPaths paths = simulated.get();
        double[] quantiles = paths.ends().quantiles(0.05, 0.5, 0.95);
        return String.format(
                Locale.ROOT,
                "mean %.3f p5 %.3f p50 %.3f p95 %.3f ES5 %.3f below70 %.5f",
                paths.ends().mean(),
                quantiles[0],
                quantiles[1],
                quantiles[2],
                paths.ends().meanOfLowest(0.05),
                paths.lows().below(70).value());
    }
}
