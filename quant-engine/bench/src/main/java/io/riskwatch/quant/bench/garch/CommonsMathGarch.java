package io.riskwatch.quant.bench.garch;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import io.riskwatch.quant.risk.Garch;

/** As one writes it with commons-math3: Nelder-Mead from one start, series by series. */
public final class CommonsMathGarch implements Contender {
    private final double[][] returns = Market.returns();

    @Override
    public double scale() {
        return Market.SERIES / (double) Market.COMPARED;
    }

    @Override
    public int warmUps() {
        return 3;
    }

    @Override
    public String run(Stopwatch watch) {
        Garch[] fits = new Garch[Market.COMPARED];
        double sum = 0;
        for (int s = 0; s < fits.length; s++) {
            double[] column = Market.column(returns, s);
            fits[s] = new SimplexFit(column).from(0.09, 0.9);
            sum += fits[s].logLikelihood(column);
        }
        return Market.answer(sum, fits[0]);
    }
}
