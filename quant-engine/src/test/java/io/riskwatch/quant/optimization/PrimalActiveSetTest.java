package io.riskwatch.quant.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.optimization.PortfolioInstance.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrimalActiveSetTest {
    @ParameterizedTest
    @CsvSource({
        "FACTOR,50",
        "DENSE,50",
        "SINGULAR,50",
        "LONG_SHORT,50",
        "TARGET,50",
        "CORNER,50",
        "FACTOR,300",
        "DENSE,300",
        "SINGULAR,300",
        "LONG_SHORT,300",
        "TARGET,300",
        "CORNER,300"
    })
    void fromAnAdmissibleCornerItStepsToTheOptimum(Kind kind, int n) {
        PortfolioInstance instance = PortfolioInstance.of(kind, n);
        PrimalActiveSet steps = steps(instance);
        double[] weights = steps.minimise().orElseThrow();
        assertThat(instance.residual(weights, steps.multipliers())).isLessThanOrEqualTo(1e-9);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "DEGENERATE")
    void theObjectiveIsThatOfTheDualMethod(Kind kind) {
        PortfolioInstance instance = PortfolioInstance.of(kind, 40);
        double[] dual = QuadraticProgram.minimise(
                instance.covariance(), instance.linear(), instance.constraints().all());
        assertThat(instance.objective(steps(instance).minimise().orElseThrow()))
                .isCloseTo(instance.objective(dual), within(1e-12));
    }

    private static PrimalActiveSet steps(PortfolioInstance instance) {
        PortfolioConstraints constraints = instance.constraints();
        List<LinearConstraint> rows = new ArrayList<>(List.of(constraints.budget()));
        rows.addAll(constraints.rules());
        double largest = 0;
        for (int i = 0; i < constraints.assets(); i++) {
            largest = Math.max(largest, instance.covariance()[i][i]);
        }
        PivotGuess guess = new PivotGuess(constraints.lower(), constraints.upper(), rows);
        FeasibleVertex start = new FeasibleVertex(
                        constraints.lower(), constraints.upper(), rows, new double[constraints.assets()])
                .feasible();
        return new PrimalActiveSet(instance.covariance(), instance.linear(), 1e-10 * largest, largest, guess, start);
    }
}
