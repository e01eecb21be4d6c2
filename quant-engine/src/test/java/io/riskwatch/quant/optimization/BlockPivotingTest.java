package io.riskwatch.quant.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.optimization.PortfolioInstance.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockPivotingTest {
    @ParameterizedTest
    @CsvSource({
        "FACTOR,50",
        "DENSE,50",
        "DEGENERATE,80",
        "SINGULAR,50",
        "LONG_SHORT,50",
        "TARGET,50",
        "CORNER,50",
        "FACTOR,500",
        "DENSE,500",
        "DEGENERATE,520",
        "SINGULAR,500",
        "LONG_SHORT,500",
        "TARGET,500",
        "CORNER,500"
    })
    void theAnswerAndItsMultipliersMeetTheOptimalityConditions(Kind kind, int n) {
        PortfolioInstance instance = PortfolioInstance.of(kind, n);
        BlockPivoting program = program(instance);
        double[] weights = program.minimise(instance.linear()).orElseThrow();
        double residual = instance.residual(weights, program.multipliers());
        System.out.println(kind + " " + n + ": optimality residual " + residual);
        assertThat(residual).isLessThanOrEqualTo(1e-9);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theObjectiveIsThatOfTheDualMethod(Kind kind) {
        PortfolioInstance instance = PortfolioInstance.of(kind, 40);
        double[] weights = program(instance).minimise(instance.linear()).orElseThrow();
        double[] dual = QuadraticProgram.minimise(
                instance.covariance(), instance.linear(), instance.constraints().all());
        assertThat(instance.objective(weights)).isCloseTo(instance.objective(dual), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSecondCostStartsFromTheFirstAnswerAndEndsWhereAFreshStartEnds(Kind kind) {
        PortfolioInstance instance = PortfolioInstance.of(kind, 100);
        double[] second =
                Arrays.stream(instance.linear()).map(c -> 1.3 * c + 1e-6).toArray();
        BlockPivoting warm = program(instance);
        warm.minimise(instance.linear()).orElseThrow();
        double[] weights = warm.minimise(second).orElseThrow();
        PortfolioInstance other = new PortfolioInstance(instance.covariance(), second, instance.constraints());
        assertThat(other.residual(weights, warm.multipliers())).isLessThanOrEqualTo(1e-9);
        double[] fresh = program(instance).minimise(second).orElseThrow();
        assertThat(other.objective(weights)).isCloseTo(other.objective(fresh), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 500})
    void rulesThatClashAreNamed(int n) {
        PortfolioInstance instance = PortfolioInstance.of(Kind.FACTOR, n);
        int[] half = new int[n / 2];
        Arrays.setAll(half, i -> i);
        PortfolioConstraints clashing = PortfolioConstraints.longOnly(n)
                .with(LinearConstraint.group("first half", n, half, 0.8, 1))
                .with(LinearConstraint.group("first half again", n, half, 0, 0.5));
        assertThatThrownBy(
                        () -> MeanVariance.of(instance.covariance(), clashing).minimumVariance())
                .isInstanceOf(InfeasibleException.class)
                .hasMessageContaining("first half >= 0.8")
                .hasMessageContaining("first half again <= 0.5");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FACTOR", "DENSE", "SINGULAR", "LONG_SHORT"})
    void everyPointOfAFrontierIsThePortfolioOfItsTarget(Kind kind) {
        PortfolioInstance instance = PortfolioInstance.of(kind, 60);
        MeanVariance problem = MeanVariance.of(instance.covariance(), instance.constraints());
        for (FrontierPoint point : problem.frontier(instance.linear(), 12)) {
            double[] alone = problem.targetReturn(instance.linear(), point.expectedReturn());
            assertThat(point.volatility()).isCloseTo(Math.sqrt(problem.variance(alone)), within(1e-9));
        }
    }

    private static BlockPivoting program(PortfolioInstance instance) {
        List<LinearConstraint> rows =
                new ArrayList<>(List.of(instance.constraints().budget()));
        rows.addAll(instance.constraints().rules());
        return new BlockPivoting(
                instance.covariance(),
                instance.constraints().lower(),
                instance.constraints().upper(),
                rows);
    }
}
