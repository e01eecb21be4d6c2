package io.riskwatch.quant.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.optimization.PortfolioInstance.Kind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskBudgetingTest {
    @ParameterizedTest
    @CsvSource({"FACTOR,30", "DENSE,30", "LONG_SHORT,30", "DEGENERATE,40", "FACTOR,200", "DENSE,203"})
    void conjugateGradientsEndWhereTheWholeSystemEnds(Kind kind, int n) {
        double[][] covariance = PortfolioInstance.of(kind, n).covariance();
        double[] budgets = new double[n];
        Arrays.setAll(budgets, i -> 2.0 * (i + 1) / n / (n + 1));
        double[] iterated = BudgetNewton.minimum(covariance, budgets).orElseThrow();
        double[] solved = RiskBudgeting.byNewton(covariance, budgets);
        for (int i = 0; i < n; i++) {
            assertThat(iterated[i]).isCloseTo(solved[i], within(2e-12 * solved[i]));
        }
    }

    @Test
    void curvatureThatIsNotPositiveIsNoTaskForConjugateGradients() {
        double[][] indefinite = {{1, -4}, {-4, 1}};
        assertThat(BudgetNewton.minimum(indefinite, new double[] {0.5, 0.5})).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FACTOR,500", "DENSE,500", "SINGULAR,60", "DEGENERATE,40"})
    void everyAssetContributesTheSame(Kind kind, int n) {
        double[][] covariance = PortfolioInstance.of(kind, n).covariance();
        double[] weights = RiskBudgeting.equal(covariance);
        double[] contributions = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                contributions[i] += weights[i] * covariance[i][j] * weights[j];
            }
        }
        double mean = Arrays.stream(contributions).sum() / n;
        for (double contribution : contributions) {
            assertThat(contribution).isCloseTo(mean, within(3e-12 * mean));
        }
    }
}
