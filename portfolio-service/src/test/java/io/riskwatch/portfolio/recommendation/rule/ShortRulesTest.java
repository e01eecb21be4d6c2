package io.riskwatch.portfolio.recommendation.rule;

import static io.riskwatch.portfolio.recommendation.rule.Mix.mix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.allocation.Dimension;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule says of a portfolio in which something is sold short; the money of the sale lies in its cash. */
class ShortRulesTest {

    /** Rules that look at no position. */
    private static final Set<RuleId> OF_NO_POSITION = EnumSet.of(RuleId.FEES);

    /**
     * A row of the table.
     *
     * @param subject what the rule speaks about, {@code null} when it is silent
     * @param affected the money it names
     * @param trades by symbol, negative of sales
     * @param words that its reason has
     */
    record Row(
            RuleId rule,
            Situation situation,
            @Nullable String subject,
            double measured,
            double affected,
            Map<String, Double> trades,
            String words) {

        @Override
        public String toString() {
            return rule + (subject == null ? " is silent" : " speaks: " + words);
        }
    }

    private static Row speaks(
            RuleId rule,
            Mix mix,
            String subject,
            double measured,
            double affected,
            Map<String, Double> trades,
            String words) {
        return new Row(rule, mix.build(), subject, measured, affected, trades, words);
    }

    private static Row silent(RuleId rule, Mix mix) {
        return new Row(rule, mix.build(), null, 0, 0, Map.of(), "");
    }

    static Stream<Row> table() {
        var rising = new double[80];
        Arrays.fill(rising, 60, 80, 0.02); // a short position loses: 0.98^20 of it is left
        return Stream.of(
                speaks(
                        RuleId.SINGLE_POSITION,
                        mix().hold("A", 10).hold("S", -30).cash(120),
                        "S",
                        0.30,
                        30,
                        Map.of("S", 10.0),
                        "If S, sold short, doubles, the portfolio loses 30.0 %"),
                silent(
                        RuleId.SINGLE_POSITION,
                        mix().hold("A", 10).hold("S", -20).cash(110)),
                speaks(
                        RuleId.TOP_THREE,
                        mix().hold("A", 40).hold("S", -30).hold("T", -10).cash(100),
                        "",
                        0.80,
                        80,
                        Map.of("A", -10.0, "S", 7.5, "T", 2.5),
                        "A, S (sold short), T (sold short) are 80.0 % of everything"),
                speaks(
                        RuleId.SECTOR,
                        mix().hold("A", 20).hold("S", -70).cash(150),
                        "Energy",
                        0.50,
                        50,
                        Map.of("S", 10.0),
                        "Energy is sold short for 50.0 % of the portfolio"),
                speaks(
                        RuleId.SECTOR,
                        mix().hold("A", 70).hold("S", -20).cash(50),
                        "Energy",
                        0.50,
                        50,
                        Map.of("A", -10.0),
                        "Energy is 50.0 % of the portfolio"),
                silent(RuleId.SECTOR, mix().hold("A", 60).hold("S", -50).cash(90)),
                speaks(
                        RuleId.REGION,
                        mix().hold("S", -80).cash(180),
                        "Europe",
                        0.80,
                        80,
                        Map.of("S", 10.0),
                        "Europe is sold short for 80.0 % of the portfolio"),
                speaks(
                        RuleId.ASSET_CLASS,
                        mix().hold("S", -100).cash(200),
                        "EQUITY",
                        1.0,
                        100,
                        Map.of("S", 5.0),
                        "EQUITY is sold short for 100.0 % of the portfolio"),
                speaks(
                        RuleId.CRYPTO,
                        mix().hold("BTC", -25, "CRYPTO", "x", "y", "USD").cash(125),
                        "",
                        0.25,
                        25,
                        Map.of("BTC", 15.0),
                        "sold short for 25.0 % of everything, that costs 25.0 %"),
                speaks(
                        RuleId.FOREIGN_CURRENCY,
                        mix().hold("S", -70, "EQUITY", "x", "y", "EUR").cash(170),
                        "",
                        0.70,
                        70,
                        Map.of("S", 20.0),
                        "if it loses 10 % against the others you lose about 7.0 %"),
                silent(
                        RuleId.FOREIGN_CURRENCY,
                        mix().hold("S", -70, "EQUITY", "x", "y", "EUR")
                                .cash("EUR", 60)
                                .cash(110)),
                speaks(
                        RuleId.CASH_HIGH,
                        mix().hold("A", 80).hold("S", -40).cash(60),
                        "",
                        0.20,
                        20,
                        Map.of("A", 5.0),
                        "this is 20.0 % of everything, without what buying back your short sales takes"),
                silent(RuleId.CASH_HIGH, mix().hold("A", 100).hold("S", -40).cash(40)),
                speaks(
                        RuleId.CASH_LOW,
                        mix().hold("A", 100).hold("S", -40).cash(40),
                        "",
                        0,
                        1,
                        Map.of("A", -1.0),
                        "Your cash is what short sales brought, and it is owed"),
                speaks(
                        RuleId.LEVERAGE,
                        mix().hold("A", 100).hold("S", -50).cash(50),
                        "",
                        1.5,
                        50,
                        Map.of("A", -20.0, "S", 10.0),
                        "together 1.50 times your own money. Buying back takes 50 USD today and more when prices rise; a margin call"),
                speaks(
                        RuleId.LEVERAGE,
                        mix().hold("A", 150).hold("S", -30).cash(-20),
                        "",
                        1.8,
                        50,
                        Map.of("A", -50.0, "S", 10.0),
                        "and interest is due on 20 USD"),
                silent(RuleId.LEVERAGE, mix().hold("A", 100).hold("S", -20).cash(20)),
                silent(
                        RuleId.LOAN_BESIDE_CASH,
                        mix().hold("A", 120)
                                .hold("S", -30, "EQUITY", "x", "y", "EUR")
                                .cash("EUR", 30)
                                .cash(-20)),
                speaks(
                        RuleId.LOAN_BESIDE_CASH,
                        mix().hold("A", 110)
                                .hold("S", -20, "EQUITY", "x", "y", "EUR")
                                .cash("EUR", 30)
                                .cash(-20),
                        "",
                        0.10,
                        10,
                        Map.of(),
                        "exchanging it repays 10 USD"),
                speaks(
                        RuleId.STALE_PRICES,
                        mix().flagged("S", -10, Optional.of(-9.0), true, false).cash(110),
                        "",
                        0.10,
                        10,
                        Map.of(),
                        "The prices of S are old"),
                speaks(
                        RuleId.UNPRICED,
                        mix().flagged("S", -10, Optional.of(-9.0), false, true).cash(110),
                        "",
                        0.10,
                        10,
                        Map.of(),
                        "Nobody quotes S"),
                speaks(
                        RuleId.COST_UNKNOWN,
                        mix().flagged("S", -10, Optional.empty(), false, false).cash(110),
                        "",
                        0.10,
                        10,
                        Map.of(),
                        "Without what S cost"),
                speaks(
                        RuleId.THIN_HISTORY,
                        mix().hold("A", 70).hold("S", -30).cash(60).moves("A", 0.2, 1),
                        "",
                        0.30,
                        30,
                        Map.of(),
                        "S have fewer than sixty common daily prices"),
                speaks(
                        RuleId.DRIFT,
                        mix().hold("S", -20)
                                .cash(120)
                                .target(new Situation.Target(Dimension.SYMBOL, Map.of("CASH", 1.0), Map.of("S", 20.0))),
                        "",
                        0.20,
                        20,
                        Map.of("S", 20.0),
                        "A weight is 20.0 % away"),
                speaks(
                        RuleId.CORRELATION,
                        mix().hold("S", -60)
                                .hold("T", -40)
                                .cash(200)
                                .moves("S", 0.2, 1)
                                .moves("T", 0.3, 1),
                        "S/T",
                        1.0,
                        40,
                        Map.of("T", 40.0),
                        "S (sold short) and T (sold short) gain and lose together"),
                silent(
                        RuleId.CORRELATION,
                        mix().hold("A", 60)
                                .hold("S", -40)
                                .cash(80)
                                .moves("A", 0.2, 1)
                                .moves("S", 0.3, 1)),
                speaks(
                        RuleId.CORRELATION,
                        mix().hold("A", 60)
                                .hold("S", -40)
                                .cash(80)
                                .moves("A", 0.2, 1)
                                .returns("S", opposite(mix().moves("A", 0.2, 1).build())),
                        "A/S",
                        1.0,
                        40,
                        Map.of("S", 40.0),
                        "A and S (sold short) gain and lose together (correlation 1.00)"),
                speaks(
                        RuleId.LOSS,
                        mix().flagged("S", -140, Optional.of(-100.0), false, false)
                                .cash(240),
                        "S",
                        0.40,
                        40,
                        Map.of("S", 140.0),
                        "S, sold short, now takes 40.0 % more to buy back than it brought"),
                silent(
                        RuleId.LOSS,
                        mix().flagged("S", -60, Optional.of(-100.0), false, false)
                                .cash(160)),
                speaks(
                        RuleId.SMALL_POSITIONS,
                        mix().hold("A", 0.5)
                                .hold("B", 0.5)
                                .hold("C", 0.5)
                                .hold("S", -0.5)
                                .hold("T", -0.5)
                                .hold("U", -0.5)
                                .cash(100),
                        "",
                        6,
                        3,
                        Map.of("A", -0.5, "B", -0.5, "C", -0.5, "S", 0.5, "T", 0.5, "U", 0.5),
                        "6 positions of under 1 % together are 3.0 %"),
                speaks(
                        RuleId.DRAWDOWN,
                        mix().hold("S", -100).cash(200).returns("S", rising),
                        "",
                        1 - Math.pow(0.98, 20),
                        100 * (1 - Math.pow(0.98, 20)),
                        Map.of(),
                        "This mix, long and short together, stands 33.2 % below its peak"),
                silent(
                        RuleId.DRAWDOWN,
                        mix().hold("A", 100)
                                .hold("S", -100)
                                .cash(100)
                                .returns("A", rising)
                                .returns("S", rising)),
                speaks(
                        RuleId.CHURN,
                        mix().hold("A", 60).hold("S", -40).cash(80).trades(21),
                        "",
                        21,
                        100,
                        Map.of(),
                        "21 trades in thirty days"));
    }

    private static double[] opposite(Situation of) {
        return Arrays.stream(of.history().of("A")).map(value -> -value).toArray();
    }

    @ParameterizedTest
    @MethodSource("table")
    void valueMoneyTradesAndWordsAreThoseOfAShortPosition(Row row) {
        var rule = Rules.of(row.rule());
        var findings = rule.check(row.situation(), row.rule().defaultThreshold());

        if (row.subject() == null) {
            assertThat(findings).isEmpty();
            return;
        }
        assertThat(findings).extracting(Finding::subject).contains(row.subject());
        var finding = findings.stream()
                .filter(one -> one.subject().equals(row.subject()))
                .findFirst()
                .orElseThrow();
        assertThat(finding.measured()).isCloseTo(row.measured(), within(1e-9));
        assertThat(rule.measure(row.situation(), finding.subject())).isCloseTo(row.measured(), within(1e-9));
        assertThat(finding.affected()).isCloseTo(row.affected(), within(1e-9));
        assertThat(finding.trades()).containsOnlyKeys(row.trades().keySet());
        row.trades()
                .forEach((symbol, money) ->
                        assertThat(finding.trades().get(symbol)).as(symbol).isCloseTo(money, within(1e-9)));
        assertThat(finding.reason()).contains(row.words()).endsWith(".").doesNotContain("-");
    }

    /** Closing and selling bring the value to the threshold, or end what is spoken about, and cost nothing. */
    @ParameterizedTest
    @MethodSource("table")
    void theTradeBringsTheMeasuredValueBack(Row row) {
        var rule = Rules.of(row.rule());
        for (var finding : rule.check(row.situation(), row.rule().defaultThreshold())) {
            if (!finding.trades().isEmpty()) {
                var after = row.situation().after(finding.trades());

                assertThat(rule
                                .check(
                                        after,
                                        row.rule().defaultThreshold() + (row.rule() == RuleId.CASH_LOW ? -1e-9 : 1e-9))
                                .stream()
                                .filter(again -> again.subject().equals(finding.subject())))
                        .isEmpty();
                assertThat(after.total()).isCloseTo(row.situation().total(), within(1e-9));
            }
        }
    }

    @Test
    void tooMuchRiskIsBroughtDownByBuyingBackAsWellAsBySelling() {
        var situation = mix().hold("A", 100)
                .hold("S", -100)
                .cash(100)
                .moves("A", 0.3, 1)
                .moves("S", 0.3, 2)
                .tolerance(1)
                .build();
        var rule = Rules.of(RuleId.RISK_TOLERANCE);
        var finding = rule.check(situation, 0).getFirst();

        assertThat(finding.affected()).isEqualTo(200);
        assertThat(finding.trades().get("A")).isNegative();
        assertThat(finding.trades().get("S")).isPositive();
        assertThat(rule.measure(situation.after(finding.trades()), "")).isLessThan(finding.measured());
    }

    /** Nobody owns anything, everything is owed; the figures stay figures. */
    @ParameterizedTest
    @EnumSource
    void aPortfolioThatOwesMoreThanItHasIsToldFiniteFigures(RuleId id) {
        var situation = mix().hold("S", -100)
                .cash(90)
                .moves("S", 0.2, 1)
                .fees(1)
                .trades(30)
                .build();

        for (var finding : Rules.of(id).check(situation, id.defaultThreshold())) {
            assertThat(finding.affected()).isFinite().isNotNegative();
            assertThat(finding.trades().values()).allMatch(Double::isFinite);
            assertThat(finding.reason()).doesNotContain("Infinity", "NaN");
        }
    }

    @Test
    void everyRuleThatLooksAtPositionsHasARowThatSpeaksOfAShortOne() {
        var spoken = table().filter(row -> row.subject() != null)
                .map(Row::rule)
                .distinct()
                .toList();
        assertThat(spoken)
                .as("the risk tolerance has a test of its own")
                .containsExactlyInAnyOrder(Arrays.stream(RuleId.values())
                        .filter(id -> id != RuleId.RISK_TOLERANCE && !OF_NO_POSITION.contains(id))
                        .toArray(RuleId[]::new));
    }
}
