package io.riskwatch.portfolio.margin.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.margin.MarginCalculator;
import io.riskwatch.portfolio.margin.MarginPosition;
import io.riskwatch.portfolio.margin.MarginRates;
import io.riskwatch.portfolio.margin.OptionTerms;
import io.riskwatch.portfolio.margin.RiskClass;
import io.riskwatch.quant.pricing.EuropeanOption;
import io.riskwatch.quant.pricing.OptionKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioMarginTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final LocalDate EXPIRY = LocalDate.of(2027, 11, 29);
    private static final double RATE = 0.04;

    @Test
    void twentyThousandOfOneStockRequireThreeThousandInsteadOfFive() {
        var stock = List.of(stock("AAPL", "100", "200"));

        var margin = of(stock, RiskClass.EQUITY);

        assertThat(margin.requirement()).isEqualTo("3000.00");
        assertThat(margin.groups().getFirst().worstMove()).isEqualTo(-0.15);
        assertThat(MarginCalculator.status(stock, BigDecimal.ZERO, null).marginRequirement())
                .isEqualTo("5000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "EQUITY,          100,  3000.00, -0.15",
        "EQUITY,          -100, 3000.00, 0.15",
        "BROAD_INDEX,     100,  2000.00, -0.10",
        "LARGE_CAP_INDEX, 100,  1600.00, -0.08",
        "LARGE_CAP_INDEX, -100, 1200.00, 0.06"
    })
    void eachClassMovesByItsOwnRange(RiskClass riskClass, String quantity, String requirement, double worst) {
        var margin = of(List.of(stock("X", quantity, "200")), riskClass);

        assertThat(margin.requirement()).isEqualTo(requirement);
        assertThat(margin.groups().getFirst().worstMove()).isEqualTo(worst);
    }

    @Test
    void theTenMovesAreEquidistantEachWay() {
        assertThat(RiskClass.LARGE_CAP_INDEX.moves())
                .containsExactly(
                        new double[] {-0.08, -0.064, -0.048, -0.032, -0.016, 0.012, 0.024, 0.036, 0.048, 0.06},
                        within(1e-12));
    }

    @Test
    void underlyingsAreAddedUpWithoutOffsets() {
        var margin = of(List.of(stock("A", "100", "100"), stock("B", "-100", "100")), RiskClass.EQUITY);

        assertThat(margin.requirement()).isEqualTo("3000.00");
        assertThat(margin.groups()).hasSize(2);
    }

    /** 100 shares at 100 and a put at 100 with a year to go, at 20 % volatility: the put pays for most of the fall. */
    @Test
    void aPutThatIsOwnedLowersWhatItsStockRequires() {
        var put = option(OptionKind.PUT, "100", "100", 1, 0.20);

        var alone = of(List.of(stock("U", "100", "100")), RiskClass.EQUITY);
        var covered = of(List.of(stock("U", "100", "100"), put), RiskClass.EQUITY);

        var now = new EuropeanOption(OptionKind.PUT, 100, 100, RATE, 0, 1).price(0.20);
        var after = new EuropeanOption(OptionKind.PUT, 85, 100, RATE, 0, 1).price(0.20);
        assertThat(alone.requirement()).isEqualTo("1500.00");
        assertThat(after).isLessThan(15); // so that it is exercised
        assertThat(covered.requirement().doubleValue()).isCloseTo(1500 - 100 * (15 - now), within(0.02));
    }

    @Test
    void aContractRequiresAtLeastThirtySevenAndAHalfDollars() {
        var farAway = option(OptionKind.CALL, "400", "100", -2, 0.20);

        var margin = of(List.of(farAway), RiskClass.EQUITY);

        assertThat(margin.groups().getFirst().minimum()).isEqualTo("75.00");
        assertThat(margin.requirement()).isEqualTo("75.00");
    }

    @Test
    void anOptionWithoutAPriceOfItsUnderlyingRequiresItsWholeValue() {
        var margin = of(List.of(contract("O", 1, "500", terms(OptionKind.CALL, "100", null))), RiskClass.EQUITY);

        assertThat(margin.requirement()).isEqualTo("500.00");
        assertThat(margin.unpricedOptions()).containsExactly("O");
    }

    @Property(tries = 500)
    void portfolioMarginIsTheWorstPointOfTheGridAndNoMore(
            @ForAll @IntRange(min = -200, max = 200) int shares,
            @ForAll @IntRange(min = -3, max = 3) int contracts,
            @ForAll OptionKind kind,
            @ForAll @BigRange(min = "50", max = "200") @Scale(2) BigDecimal strike,
            @ForAll RiskClass riskClass) {
        var positions = List.of(
                stock("U", String.valueOf(shares), "100"),
                option(kind, strike.toPlainString(), "100", contracts, 0.35));

        var group = of(positions, riskClass).groups().getFirst();

        var options = new OptionRevaluation(TODAY, RATE);
        var worst = Arrays.stream(riskClass.moves())
                .map(move -> PortfolioMargin.loss(positions, move, options))
                .max()
                .orElseThrow();
        assertThat(group.requirement().doubleValue())
                .isLessThanOrEqualTo(Math.max(worst, group.minimum().doubleValue()) + 0.01)
                .isGreaterThanOrEqualTo(worst - 1e-6);
    }

    @Property(tries = 500)
    void anOptionIsRevaluedAsTheModelSaysOrExercised(
            @ForAll OptionKind kind,
            @ForAll @BigRange(min = "50", max = "200") @Scale(2) BigDecimal strike,
            @ForAll RiskClass riskClass) {
        var position = option(kind, strike.toPlainString(), "100", 1, 0.35);
        var now = price(kind, 100, strike.doubleValue());
        var options = new OptionRevaluation(TODAY, RATE);
        for (var move : riskClass.moves()) {
            var spot = 100 * (1 + move);
            var model = price(kind, spot, strike.doubleValue());
            var exercised = now < kind.payoff(100, strike.doubleValue()) ? 0 : kind.payoff(spot, strike.doubleValue());
            assertThat(PortfolioMargin.loss(List.of(position), move, options))
                    .isCloseTo(100 * (now - Math.max(model, exercised)), within(0.01));
        }
    }

    private static double price(OptionKind kind, double spot, double strike) {
        return new EuropeanOption(kind, spot, strike, RATE, 0, 1).price(0.35);
    }

    private static PortfolioMargin of(List<MarginPosition> positions, RiskClass riskClass) {
        return PortfolioMargin.of(positions, underlying -> riskClass, TODAY, RATE, 2);
    }

    private static MarginPosition stock(String symbol, String quantity, String price) {
        return MarginPosition.of(
                symbol, new BigDecimal(quantity), new BigDecimal(price), BigDecimal.ONE, MarginRates.STANDARD);
    }

    private static MarginPosition option(
            OptionKind kind, String strike, String spot, int contracts, double volatility) {
        var price = new EuropeanOption(kind, Double.parseDouble(spot), Double.parseDouble(strike), RATE, 0, 1)
                .price(volatility);
        return contract("O", contracts, BigDecimal.valueOf(100 * price).toPlainString(), terms(kind, strike, spot));
    }

    private static MarginPosition contract(String symbol, int contracts, String price, OptionTerms terms) {
        return new MarginPosition(
                symbol,
                BigDecimal.valueOf(contracts),
                new BigDecimal(price),
                BigDecimal.ONE,
                MarginRates.STANDARD,
                terms,
                BigDecimal.ONE,
                false);
    }

    private static OptionTerms terms(OptionKind kind, String strike, @Nullable String spot) {
        return new OptionTerms(
                "U", kind, new BigDecimal(strike), EXPIRY, 100, spot == null ? null : new BigDecimal(spot), false);
    }
}
