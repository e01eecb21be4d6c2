package io.riskwatch.quant.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.quant.series.Returns;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AveragePortfolioTest {
    private static final int DAYS = 500;
    private static final int ASSETS = 40;
    private static final int PANEL = 16;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.3, 1, 5, 50})
    void theWorstDaysOfEveryPortfolioAreAmongThePanelsKept(double difference) {
        double[][] returns = returns(1e-200);
        double[][] portfolios = portfolios(difference);
        AveragePortfolio average = average(returns, portfolios);
        for (double[] portfolio : portfolios) {
            double[] earned = Returns.ofPortfolio(average.rows(), portfolio);
            for (int count : new int[] {1, 25, 260, DAYS}) {
                int kept = Math.min(DAYS, PANEL * average.panels(portfolio, magnitude(portfolio), count));
                double[] sorted = earned.clone();
                Arrays.sort(sorted);
                for (int t = kept; t < DAYS; t++) {
                    assertThat(earned[t]).isGreaterThan(sorted[count - 1]);
                }
                assertThat(kept).isGreaterThanOrEqualTo(count);
            }
        }
    }

    @Test
    void theBestDayOfTheBookIsKeptForThePortfolioThatItHurtsMost() {
        double[][] returns = returns(1);
        double[][] portfolios = portfolios(0);
        AveragePortfolio average = average(returns, portfolios);
        double[] best = average.rows()[DAYS - 1];
        double mean = Arrays.stream(best).average().orElseThrow();
        double square = Arrays.stream(best).map(r -> (r - mean) * (r - mean)).sum();
        double[] hurt = portfolios[0].clone();
        for (int i = 0; i < ASSETS; i++) {
            hurt[i] -= 0.09 * (best[i] - mean) / square; // loses 9 % on what the assets differ by on that day
        }
        double[] earned = Returns.ofPortfolio(average.rows(), hurt);
        int worst = 0;
        for (int t = 1; t < DAYS; t++) {
            worst = earned[t] < earned[worst] ? t : worst;
        }
        assertThat(worst).isEqualTo(DAYS - 1);
        assertThat(average.panels(hurt, magnitude(hurt), 1) * PANEL).isGreaterThan(worst);
    }

    @Test
    void portfoliosThatAreAlikeNeedFewDaysAndOnesThatAreNotNeedAll() {
        double[][] alike = portfolios(0.05);
        assertThat(average(returns(1), alike).panels(alike[0], magnitude(alike[0]), 25) * PANEL)
                .isLessThan(DAYS / 4);
        double[][] short1 = {{1, 0}, {-1, 0.5}};
        double[][] returns = {{0.01, 0.02}, {-0.01, 0.01}, {0.02, -0.03}};
        AveragePortfolio average = new AveragePortfolio(returns, 0.03, short1, new double[] {1, 1.5}, 1);
        assertThat(average.panels(short1[1], 1.5, 1)).isEqualTo(3);
    }

    @Test
    void theDaysComeWorstFirst() {
        double[][] returns = returns(1);
        double[][] portfolios = portfolios(0);
        double[] earned = Returns.ofPortfolio(average(returns, portfolios).rows(), portfolios[0]);
        for (int t = 1; t < DAYS; t++) {
            assertThat(earned[t]).isGreaterThanOrEqualTo(earned[t - 1] - 1e-15);
        }
    }

    private static AveragePortfolio average(double[][] returns, double[][] portfolios) {
        double largest = Arrays.stream(returns)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        double[] magnitudes = Arrays.stream(portfolios)
                .mapToDouble(AveragePortfolioTest::magnitude)
                .toArray();
        return new AveragePortfolio(returns, largest, portfolios, magnitudes, PANEL);
    }

    private static double magnitude(double[] weights) {
        return Arrays.stream(weights).map(Math::abs).sum();
    }

    /** One market and what is each asset's own. */
    private static double[][] returns(double scale) {
        Random random = new Random(3);
        double[][] returns = new double[DAYS][ASSETS];
        for (double[] row : returns) {
            double market = 0.01 * random.nextGaussian();
            Arrays.setAll(row, i -> scale * (market + 0.01 * random.nextGaussian()));
        }
        return returns;
    }

    /** Equal weights, and so much of one weight that is each portfolio's own, long or short. */
    private static double[][] portfolios(double difference) {
        Random random = new Random(4);
        double[][] portfolios = new double[12][ASSETS];
        for (double[] weights : portfolios) {
            Arrays.setAll(weights, i -> (1 + difference * random.nextGaussian()) / ASSETS);
        }
        return portfolios;
    }
}
