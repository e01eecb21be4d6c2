package io.riskwatch.quant.bench.tails;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** As one writes it with commons-math3: a matrix product, percentiles of the same type, a sort for the mean beyond. */
public final class CommonsMathTails implements Contender {
    private static final int PORTFOLIOS = 100;

    private final Array2DRowRealMatrix returns = new Array2DRowRealMatrix(
            new Array2DRowRealMatrix(Book.returns(), false).transpose().getData(), false);
    private final Array2DRowRealMatrix weights = new Array2DRowRealMatrix(Book.weights(PORTFOLIOS), false);

    @Override
    public double scale() {
        return Book.PORTFOLIOS / (double) PORTFOLIOS;
    }

    @Override
    public int warmUps() {
        return 3;
    }

    @Override
    public String run(Stopwatch watch) {
        RealMatrix earned = weights.multiply(returns);
        double[] sums = new double[4];
        for (int p = 0; p < PORTFOLIOS; p++) {
            double[] row = earned.getRow(p);
            Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
            percentile.setData(row);
            sums[0] -= percentile.evaluate(5);
            sums[2] -= percentile.evaluate(1);
            Arrays.sort(row);
            sums[1] -= Arrays.stream(row, 0, 125).sum() / 125;
            sums[3] -= Arrays.stream(row, 0, 25).sum() / 25;
        }
        return Book.answer(sums[0] / PORTFOLIOS, sums[1] / PORTFOLIOS, sums[2] / PORTFOLIOS, sums[3] / PORTFOLIOS);
    }
}
