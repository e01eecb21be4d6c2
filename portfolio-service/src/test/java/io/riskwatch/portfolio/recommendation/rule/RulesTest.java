package io.riskwatch.portfolio.recommendation.rule;

import static io.riskwatch.portfolio.recommendation.rule.Mix.mix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.allocation.Dimension;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A portfolio for each rule that it speaks about and one that it does not. */
class RulesTest {

    /**
     * A row of the table.
     *
     * @param subject what the rule speaks about, {@code null} when it is silent
     * @param measured what it then measures
     * @param sold what its trades sell together, negative of purchases; 0 when it suggests none
     */
    record Row(RuleId rule, Situation situation, @Nullable String subject, double measured, double sold) {

        @Override
        public String toString() {
            return rule + (subject == null ? " is silent" : " speaks");
        }
    }

    private static Row speaks(RuleId rule, Mix mix, String subject, double measured, double sold) {
        return new Row(rule, mix.build(), subject, measured, sold);
    }

    private static Row silent(RuleId rule, Mix mix) {
        return new Row(rule, mix.build(), null, 0, 0);
    }

    static Stream<Row> table() {
        var falling = new double[80];
        Arrays.fill(falling, 60, 80, -0.02); // 0.98^20 = 0.6676
        return Stream.of(
                speaks(RuleId.SINGLE_POSITION, mix().hold("A", 30).hold("B", 20).cash(50), "A", 0.30, 10),
                silent(RuleId.SINGLE_POSITION, mix().hold("A", 20).cash(80)),
                silent(
                        RuleId.SINGLE_POSITION,
                        mix().hold("F", 90, "ETF", "unknown", "World", "USD").cash(10)),
                speaks(
                        RuleId.TOP_THREE,
                        mix().hold("A", 30).hold("B", 30).hold("C", 20).cash(20),
                        "",
                        0.80,
                        20),
                silent(
                        RuleId.TOP_THREE,
                        mix().hold("A", 20).hold("B", 20).hold("C", 20).cash(40)),
                speaks(
                        RuleId.SECTOR,
                        mix().hold("A", 30).hold("B", 10).hold("C", 60, "EQUITY", "Health", "Asia", "USD"),
                        "Health",
                        0.60,
                        20),
                silent(RuleId.SECTOR, mix().hold("A", 90, "EQUITY", "unknown", "unknown", "USD")),
                silent(RuleId.SECTOR, mix().hold("A", 90, "ETF", "Broad", "World", "USD")),
                silent(RuleId.REGION, mix().hold("A", 90, "ETF", "Broad", "World", "USD")),
                speaks(RuleId.REGION, mix().hold("A", 80).cash(20), "Europe", 0.80, 10),
                silent(RuleId.REGION, mix().hold("A", 70).cash(30)),
                speaks(
                        RuleId.FOREIGN_CURRENCY,
                        mix().hold("A", 60, "EQUITY", "x", "y", "EUR")
                                .hold("B", 30)
                                .cash("EUR", 10),
                        "",
                        0.70,
                        20),
                silent(
                        RuleId.FOREIGN_CURRENCY,
                        mix().hold("A", 50, "EQUITY", "x", "y", "EUR").cash(50)),
                speaks(RuleId.ASSET_CLASS, mix().hold("A", 100), "EQUITY", 1.0, 5),
                silent(RuleId.ASSET_CLASS, mix().hold("A", 90).cash(10)),
                speaks(
                        RuleId.CRYPTO,
                        mix().hold("BTC", 25, "CRYPTO", "x", "y", "USD").cash(75),
                        "",
                        0.25,
                        15),
                silent(
                        RuleId.CRYPTO,
                        mix().hold("BTC", 10, "CRYPTO", "x", "y", "USD").cash(90)),
                speaks(RuleId.CASH_HIGH, mix().hold("A", 60).hold("B", 20).cash(20), "", 0.20, -5),
                silent(RuleId.CASH_HIGH, mix().hold("A", 85).cash(15)),
                speaks(RuleId.CASH_LOW, mix().hold("A", 100), "", 0, 1),
                silent(RuleId.CASH_LOW, mix().hold("A", 99).cash(1)),
                silent(RuleId.CASH_LOW, mix().hold("A", 120).cash(-20)),
                speaks(RuleId.LEVERAGE, mix().hold("A", 150).cash(-50), "", 1.5, 30),
                silent(RuleId.LEVERAGE, mix().hold("A", 120).cash(-20)),
                speaks(RuleId.LOAN_BESIDE_CASH, mix().hold("A", 90).cash(-20).cash("EUR", 30), "", 0.20, 0),
                silent(RuleId.LOAN_BESIDE_CASH, mix().hold("A", 120).cash(-20)),
                speaks(
                        RuleId.STALE_PRICES,
                        mix().flagged("A", 10, Optional.of(9.0), true, false).cash(90),
                        "",
                        0.10,
                        0),
                silent(
                        RuleId.STALE_PRICES,
                        mix().flagged("A", 5, Optional.of(9.0), true, false).cash(95)),
                speaks(
                        RuleId.UNPRICED,
                        mix().flagged("A", 1, Optional.of(9.0), false, true).cash(99),
                        "",
                        0.01,
                        0),
                silent(RuleId.UNPRICED, mix().hold("A", 100)),
                speaks(
                        RuleId.COST_UNKNOWN,
                        mix().flagged("A", 1, Optional.empty(), false, false).cash(99),
                        "",
                        0.01,
                        0),
                silent(RuleId.COST_UNKNOWN, mix().hold("A", 100)),
                speaks(RuleId.THIN_HISTORY, mix().hold("A", 70).hold("NEW", 30).moves("A", 0.2, 1), "", 0.30, 0),
                silent(RuleId.THIN_HISTORY, mix().hold("A", 80).hold("NEW", 20).moves("A", 0.2, 1)),
                speaks(
                        RuleId.DRIFT,
                        mix().hold("A", 70)
                                .cash(30)
                                .target(new Situation.Target(
                                        Dimension.CLASS, Map.of("EQUITY", 0.6, "CASH", 0.4), Map.of("A", -10.0))),
                        "",
                        0.10,
                        10),
                silent(RuleId.DRIFT, mix().hold("A", 70).cash(30)),
                silent(
                        RuleId.DRIFT,
                        mix().hold("A", 64)
                                .cash(36)
                                .target(new Situation.Target(
                                        Dimension.CLASS, Map.of("EQUITY", 0.6, "CASH", 0.4), Map.of()))),
                speaks(
                        RuleId.CORRELATION,
                        mix().hold("A", 60).hold("B", 40).moves("A", 0.2, 1).moves("B", 0.3, 1),
                        "A/B",
                        1.0,
                        40),
                silent(
                        RuleId.CORRELATION,
                        mix().hold("A", 60).hold("B", 40).moves("A", 0.2, 1).moves("B", 0.3, 2)),
                silent(
                        RuleId.CORRELATION,
                        mix().hold("A", 96).hold("B", 4).moves("A", 0.2, 1).moves("B", 0.3, 1)),
                speaks(RuleId.FEES, mix().hold("A", 100).fees(1), "", 0.01, 0),
                silent(RuleId.FEES, mix().hold("A", 100).fees(0.5)),
                speaks(RuleId.LOSS, mix().flagged("A", 60, Optional.of(100.0), false, false), "A", 0.40, 60),
                silent(RuleId.LOSS, mix().flagged("A", 70, Optional.of(100.0), false, false)),
                speaks(
                        RuleId.SMALL_POSITIONS,
                        mix().hold("A", 0.5)
                                .hold("B", 0.5)
                                .hold("C", 0.5)
                                .hold("D", 0.5)
                                .hold("E", 0.5)
                                .hold("F", 0.5)
                                .cash(97),
                        "",
                        6,
                        3),
                silent(
                        RuleId.SMALL_POSITIONS,
                        mix().hold("A", 0.5)
                                .hold("B", 0.5)
                                .hold("C", 0.5)
                                .hold("D", 0.5)
                                .hold("E", 0.5)
                                .cash(97.5)),
                silent(
                        RuleId.RISK_TOLERANCE,
                        mix().hold("A", 100).moves("A", 0.9, 1).tolerance(5)),
                silent(RuleId.RISK_TOLERANCE, mix().hold("A", 100).tolerance(1)),
                speaks(RuleId.DRAWDOWN, mix().hold("A", 100).returns("A", falling), "", 1 - Math.pow(0.98, 20), 0),
                silent(RuleId.DRAWDOWN, mix().hold("A", 100).returns("A", new double[80])),
                speaks(RuleId.CHURN, mix().hold("A", 100).trades(21), "", 21, 0),
                silent(RuleId.CHURN, mix().hold("A", 100).trades(20)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void speaksExactlyAboutWhatPassesItsThreshold(Row row) {
        var rule = Rules.of(row.rule());
        var findings = rule.check(row.situation(), row.rule().defaultThreshold());

        if (row.subject() == null) {
            assertThat(findings).isEmpty();
            return;
        }
        var finding = findings.getFirst();
        assertThat(finding.subject()).isEqualTo(row.subject());
        assertThat(finding.measured()).isCloseTo(row.measured(), within(1e-9));
        assertThat(rule.measure(row.situation(), finding.subject())).isCloseTo(row.measured(), within(1e-9));
        assertThat(-finding.trades().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(row.sold(), within(1e-9));
        assertThat(finding.reason()).isNotBlank().endsWith(".");
        assertThat(finding.affected()).isNotNegative();
    }

    /** Where a rule suggests trades they bring the measured value to its threshold, or nearer. */
    @ParameterizedTest
    @MethodSource("table")
    void theTradeBringsTheMeasuredValueBack(Row row) {
        var rule = Rules.of(row.rule());
        for (var finding : rule.check(row.situation(), row.rule().defaultThreshold())) {
            if (!finding.trades().isEmpty()) {
                var after = row.situation().after(finding.trades());
                var before = Math.abs(finding.measured() - row.rule().defaultThreshold());
                assertThat(Math.abs(rule.measure(after, finding.subject())
                                - row.rule().defaultThreshold()))
                        .as("distance from the threshold after the trade")
                        .satisfiesAnyOf(
                                left -> assertThat(left).isLessThanOrEqualTo(before + 1e-9),
                                left -> assertThat(rule.check(after, row.rule().defaultThreshold()).stream()
                                                .filter(again -> again.subject().equals(finding.subject())))
                                        .isEmpty());
                assertThat(after.total())
                        .as("trades at no cost change no total")
                        .isCloseTo(row.situation().total(), within(1e-9));
            }
        }
    }

    @Test
    void tooMuchRiskForTheStatedToleranceIsBroughtDownByTheSmallestSaleThatDoes() {
        var situation = mix().hold("A", 25)
                .hold("B", 25)
                .hold("C", 25)
                .hold("D", 25)
                .moves("A", 0.3, 1)
                .moves("B", 0.3, 1)
                .moves("C", 0.3, 1)
                .moves("D", 0.3, 1)
                .tolerance(1)
                .build();
        var score = situation.riskScore().orElseThrow().score();
        var finding = Rules.of(RuleId.RISK_TOLERANCE).check(situation, 0).getFirst();

        assertThat(score).isGreaterThan(2);
        assertThat(finding.measured()).isEqualTo(score - 2);
        assertThat(situation.after(finding.trades()).riskScore().orElseThrow().score())
                .isLessThanOrEqualTo(2);
        var sold = -finding.trades().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        var oneStepLess = situation.sell(holding -> true, sold - 5);
        assertThat(situation.after(oneStepLess).riskScore().orElseThrow().score())
                .isGreaterThan(2);
    }

    @Test
    void whatNoSaleBringsDownToTheToleranceIsBroughtAsFarAsItGoes() {
        var situation = mix().hold("A", 100).moves("A", 0.3, 1).tolerance(1).build();
        var rule = Rules.of(RuleId.RISK_TOLERANCE);
        var finding = rule.check(situation, 0).getFirst();

        assertThat(finding.trades()).containsKey("A");
        assertThat(rule.measure(situation.after(finding.trades()), "")).isBetween(1.0, finding.measured() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyPortfolioIsNothingToSpeakAbout(RuleId id) {
        assertThat(Rules.of(id).check(mix().build(), id.defaultThreshold())).isEmpty();
    }

    @Test
    void everyRuleIsThereOnceAndHasARowThatSpeaks() {
        assertThat(Rules.all()).extracting(Rule::id).containsExactlyInAnyOrder(RuleId.values());
        assertThat(RuleId.values()).hasSizeGreaterThanOrEqualTo(15);
        var spoken = table().filter(row -> row.subject() != null)
                .map(Row::rule)
                .distinct()
                .toList();
        assertThat(spoken)
                .as("the risk tolerance has a test of its own")
                .containsExactlyInAnyOrder(Arrays.stream(RuleId.values())
                        .filter(id -> id != RuleId.RISK_TOLERANCE)
                        .toArray(RuleId[]::new));
    }
}
