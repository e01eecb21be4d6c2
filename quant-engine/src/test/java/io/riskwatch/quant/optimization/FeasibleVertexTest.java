package io.riskwatch.quant.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.optimization.PortfolioInstance.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeasibleVertexTest {
    @ParameterizedTest
    @EnumSource(Kind.class)
    void boundsAndRowsAreMetFromAnyStart(Kind kind) {
        PortfolioInstance instance = PortfolioInstance.of(kind, 80);
        Random random = new Random(5);
        for (int trial = 0; trial < 20; trial++) {
            double[] start = random.doubles(80, -0.1, 0.1).toArray();
            double[] point = vertex(instance.constraints(), start).feasible().point();
            assertThat(instance.constraints().violation(point)).isLessThanOrEqualTo(1e-12);
        }
    }

    /** With a budget and bounds alone the best assets are filled one after another. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40})
    void theLeastCostIsThatOfFillingTheCheapestFirst(int seed) {
        int n = 50;
        double[] cost = new Random(seed).doubles(n).toArray();
        double[] point = vertex(PortfolioConstraints.uniform(n, 0.002, 0.15), new double[n])
                .feasible()
                .least(cost)
                .point();
        double[] expected = new double[n];
        Arrays.fill(expected, 0.002);
        double rest = 1 - 0.002 * n;
        int[] order = PivotGuess.cheapestFirst(IntStream.range(0, n).toArray(), cost);
        for (int k = 0; k < n && rest > 0; k++) {
            double taken = Math.min(rest, 0.148);
            expected[order[k]] += taken;
            rest -= taken;
        }
        assertThat(point).containsExactly(expected, within(1e-12));
    }

    @Test
    void rowsThatClashOnlyTogetherAreAllNamedAndNoOther() {
        int n = 30;
        PortfolioConstraints constraints = PortfolioConstraints.longOnly(n);
        for (int sector = 0; sector < 3; sector++) {
            int first = sector;
            int[] members = IntStream.range(0, n).filter(i -> i % 3 == first).toArray();
            constraints = constraints.with(LinearConstraint.group("sector " + sector, n, members, 0, 0.3));
        }
        PortfolioConstraints clashing =
                constraints.with(LinearConstraint.group("bystander", n, new int[] {1, 2}, 0.01, 1));
        assertThatThrownBy(() -> vertex(clashing, new double[n]).feasible())
                .isInstanceOfSatisfying(
                        InfeasibleException.class,
                        e -> assertThat(e.clashing())
                                .containsExactlyInAnyOrder(
                                        "sum of weights = 1.0",
                                        "weight of sector 0 <= 0.3",
                                        "weight of sector 1 <= 0.3",
                                        "weight of sector 2 <= 0.3"));
    }

    private static FeasibleVertex vertex(PortfolioConstraints constraints, double[] start) {
        List<LinearConstraint> rows = new ArrayList<>(List.of(constraints.budget()));
        rows.addAll(constraints.rules());
        return new FeasibleVertex(constraints.lower(), constraints.upper(), rows, start);
    }
}
