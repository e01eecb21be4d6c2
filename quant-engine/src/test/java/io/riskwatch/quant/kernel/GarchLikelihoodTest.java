package io.riskwatch.quant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import io.riskwatch.quant.risk.Garch;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GarchLikelihoodTest {
    private static final double[] POINT = {0.05, 0.06, 0.1, 0.85};
    private static final int PERIODS = 333;

    @Property(tries = 20)
    void theScalarTwinAgreesWithTheVectorKernel(@ForAll @LongRange(min = 0) long seed) {
        assumeTrue(Lanes.vectorised(), "jdk.incubator.vector is absent: nothing to compare the scalar twin with");
        int lanes = VectorGarch.lanes();
        Philox4x32 random = new Philox4x32(seed, 0);
        double[] returns = new double[PERIODS * lanes];
        Arrays.setAll(returns, i -> Variates.normal(random));
        double[] parameters = new double[GarchLikelihood.PARAMETERS * lanes];
        Arrays.setAll(parameters, i -> POINT[i / lanes] * (0.9 + 0.1 * Variates.uniform(random)));
        double[] ones = new double[lanes];
        Arrays.fill(ones, 1);
        double[] figures = new double[GarchLikelihood.FIGURES * lanes];
        VectorGarch.evaluate(returns, new double[lanes], ones, parameters, figures);
        for (int lane = 0; lane < lanes; lane++) {
            double[] own = scalar(every(returns, lane, lanes), every(parameters, lane, lanes));
            for (int i = 0; i < own.length; i++) {
                assertThat(figures[i * lanes + lane])
                        .as("figure %d", i)
                        .isCloseTo(own[i], within(1e-10 * Math.max(1, Math.abs(own[i]))));
            }
        }
    }

    @Test
    void theValueIsThePlainSumAndTheSlopesItsDifferences() {
        double[] returns = standardised();
        double[] figures = scalar(returns, POINT);
        double plain = plain(returns, POINT);
        assertThat(figures[0]).isCloseTo(plain, within(1e-12 * Math.abs(plain)));
        for (int i = 0; i < POINT.length; i++) {
            double step = 1e-5;
            double[] up = POINT.clone();
            double[] down = POINT.clone();
            up[i] += step;
            down[i] -= step;
            double slope = (plain(returns, up) - plain(returns, down)) / (2 * step);
            assertThat(figures[1 + i]).as("slope %d", i).isCloseTo(slope, within(1e-4 * Math.max(1, Math.abs(slope))));
        }
    }

    private static double plain(double[] returns, double[] p) {
        double constants = 0.5 * returns.length * Math.log(2 * Math.PI);
        return new Garch(p[0], p[1], p[2], p[3]).logLikelihood(returns) + constants;
    }

    /** Mean 0 and mean square 1, as the kernel is told. */
    private static double[] standardised() {
        Philox4x32 random = new Philox4x32(3, 0);
        double[] returns = new double[PERIODS];
        Arrays.setAll(returns, i -> Variates.normal(random));
        double mean = Arrays.stream(returns).average().orElseThrow();
        double square = Arrays.stream(returns)
                .map(r -> (r - mean) * (r - mean))
                .average()
                .orElseThrow();
        return Arrays.stream(returns).map(r -> (r - mean) / Math.sqrt(square)).toArray();
    }

    private static double[] scalar(double[] returns, double[] parameters) {
        double[] figures = new double[GarchLikelihood.FIGURES];
        ScalarGarch.evaluate(returns, new double[1], new double[] {1}, parameters, figures);
        return figures;
    }

    private static double[] every(double[] values, int lane, int lanes) {
        double[] own = new double[values.length / lanes];
        Arrays.setAll(own, i -> values[i * lanes + lane]);
        return own;
    }
}
