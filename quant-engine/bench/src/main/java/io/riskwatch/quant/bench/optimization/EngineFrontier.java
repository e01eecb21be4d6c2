package io.riskwatch.quant.bench.optimization;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.optimization.FrontierPoint;
import java.util.List;
import java.util.Locale;

/** Fifty portfolios along the engine's frontier. */
public final class EngineFrontier implements Contender {
    private static final int REPETITIONS = 4;

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
        List<FrontierPoint> frontier = List.of();
        for (int k = 0; k < REPETITIONS; k++) {
            frontier = market.problem().frontier(market.returns(), FrontierMarket.POINTS);
        }
        return words(frontier.stream().mapToDouble(FrontierPoint::volatility).toArray());
    }

    static String words(double[] volatilities) {
        double sum = 0;
        for (double volatility : volatilities) {
            sum += volatility;
        }
        return String.format(
                Locale.ROOT,
                "volatilities: least %.9f greatest %.9f mean %.9f",
                volatilities[0],
                volatilities[volatilities.length - 1],
                sum / volatilities.length);
    }
}
