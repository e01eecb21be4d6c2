package io.riskwatch.quant.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models beyond Black and Scholes where series are long, integrals slow to decay, or the model collapses into a simpler one. */
class ModelPricesTest {
    private static final EuropeanOption YEAR = call(105, 0.05, 1);

    @ParameterizedTest
    @CsvSource({
        // scipy 1.10 integrate.quad of the same transform, in pieces of 20
        "0.00, 0.25, 0.09, 1.5, 0.04, 0.6, -0.7, 5.430880795643",
        "0.03, 0.02, 0.04, 2.0, 0.04, 0.5, -0.9, 1.154254942210"
    })
    void hestonsIntegralHasNoGaps(
            double rate, double years, double v0, double kappa, double theta, double xi, double rho, double price) {
        HestonModel model = new HestonModel(v0, kappa, theta, xi, rho);
        assertThat(model.price(call(100, rate, years))).isCloseTo(price, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6, 1e-9})
    void hestonWithAVarianceThatHardlyMovesIsBlackAndScholes(double xi) {
        double price = new HestonModel(0.04, 2, 0.04, xi, -0.5).price(YEAR);
        // the first difference is of order xi^2 at the money and of order xi rho away from it
        assertThat(price).isCloseTo(YEAR.price(0.2), within(1 * xi + 1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        // Poisson sum by scipy 1.10 stats.poisson and stats.norm
        "900, 14.35744672335",
        "3000, 22.98259757235"
    })
    void mertonsSeriesBearsManyJumps(double jumpsPerYear, double price) {
        assertThat(new MertonJumpModel(0.2, jumpsPerYear, 0, 0.01).price(YEAR)).isCloseTo(price, within(1e-9));
    }

    @Test
    void manySmallJumpsAreAVolatility() {
        double volatility = Math.sqrt(0.2 * 0.2 + 1e5 * 1e-6);
        assertThat(new MertonJumpModel(0.2, 1e5, 0, 1e-3).price(YEAR)).isCloseTo(YEAR.price(volatility), within(1e-4));
        assertThatThrownBy(() -> new MertonJumpModel(0.2, 1e7, 0, 1e-3).price(YEAR))
                .hasMessageContaining("jumpsPerYear must leave at most");
    }

    @Test
    void anAmericanOptionOnAPriceThatHardlyMovesIsExercisedAtOnce() {
        EuropeanOption put = new EuropeanOption(OptionKind.PUT, 90, 100, 0.05, 0, 1);
        AmericanOption american = new AmericanOption(put, 1e-7);
        assertThat(american.byRegression(200, 5, 7).price()).isCloseTo(10, within(1e-4));
        assertThat(new AmericanOption(put, 0.2).onTree(501))
                .as("odd steps are extrapolated by their own halves")
                .isCloseTo(new AmericanOption(put, 0.2).onTree(500), within(2e-3));
        assertThatThrownBy(() -> american.onTree(4, 5)).hasMessageContaining("stepsPerDate must be even, was 5");
    }

    private static EuropeanOption call(double strike, double rate, double years) {
        return new EuropeanOption(OptionKind.CALL, 100, strike, rate, 0, years);
    }
}
