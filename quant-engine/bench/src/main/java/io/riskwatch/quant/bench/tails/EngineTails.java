package io.riskwatch.quant.bench.tails;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.risk.PortfolioTails;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The engine's tails of a whole book. */
public final class EngineTails implements Contender {
    private final double[][] returns = Book.returns();
    private final double[][] weights = Book.weights(Book.PORTFOLIOS);

    @Override
    public int warmUps() {
        return 80;
    }

    @Override
    public String run(Stopwatch watch) {
        PortfolioTails tails = PortfolioTails.historical(returns, weights, Book.CONFIDENCES);
        return Book.answer(
                mean(p -> tails.valueAtRisk(p, 0)),
                mean(p -> tails.expectedShortfall(p, 0)),
                mean(p -> tails.valueAtRisk(p, 1)),
                mean(p -> tails.expectedShortfall(p, 1)));
    }

    private static double mean(ToDoubleFunction<Integer> figure) {
        return IntStream.range(0, 100).boxed().mapToDouble(figure).average().orElseThrow();
    }
}
