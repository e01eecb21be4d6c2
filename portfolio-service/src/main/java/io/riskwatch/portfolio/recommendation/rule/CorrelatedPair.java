package io.riskwatch.portfolio.recommendation.rule;

import io.riskwatch.quant.stat.Correlation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The correlation of what two positions that both matter gain and lose day by day: of one that is owned and one that is sold
 * short it is the other way round than that of their prices.
 */
final class CorrelatedPair implements Rule {

    @Override
    public RuleId id() {
        return RuleId.CORRELATION;
    }

    private static final double MATTERS = 0.05;
    private static final int MOST_COMPARED = 30;

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var large = situation.holdings().stream()
                .filter(holding -> situation.share(holding.size()) > MATTERS)
                .filter(holding -> situation.history().symbols().contains(holding.symbol()))
                .sorted(Comparator.comparingDouble(Situation.Holding::size).reversed())
                .limit(MOST_COMPARED)
                .toList();
        var findings = new ArrayList<Finding>();
        for (var i = 0; i < large.size(); i++) {
            for (var j = i + 1; j < large.size(); j++) {
                var correlation = correlation(situation, large.get(i), large.get(j));
                if (correlation > threshold) {
                    findings.add(finding(large.get(i), large.get(j), correlation));
                }
            }
        }
        findings.sort(Comparator.comparingDouble(Finding::measured).reversed());
        return List.copyOf(findings);
    }

    /** Of two that move as one the smaller adds nothing. */
    private static Finding finding(Situation.Holding larger, Situation.Holding smaller, double correlation) {
        return new Finding(
                larger.symbol() + "/" + smaller.symbol(),
                correlation,
                smaller.size(),
                Map.of(smaller.symbol(), -smaller.value()),
                larger.isShort() || smaller.isShort()
                        ? "%s and %s gain and lose together (correlation %.2f): both carry the same risk, and neither makes up for the other."
                                .formatted(larger.called(), smaller.called(), correlation)
                        : "%s and %s rise and fall together (correlation %.2f): holding both spreads nothing."
                                .formatted(larger.symbol(), smaller.symbol(), correlation));
    }

    private static double correlation(Situation situation, Situation.Holding first, Situation.Holding second) {
        var ofPrices = correlation(situation, first.symbol(), second.symbol());
        return first.isShort() == second.isShort() ? ofPrices : -ofPrices;
    }

    private static double correlation(Situation situation, String first, String second) {
        var one = situation.history().of(first);
        var other = situation.history().of(second);
        if (one.length < 2 || isConstant(one) || isConstant(other)) {
            return 0;
        }
        return Correlation.pearson(one, other);
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    @Override
    public double measure(Situation situation, String subject) {
        var pair = subject.split("/", 2);
        var held = new HashMap<String, Situation.Holding>();
        situation.holdings().forEach(holding -> held.put(holding.symbol(), holding));
        var first = held.get(pair[0]);
        var second = pair.length == 2 ? held.get(pair[1]) : null;
        return first == null || second == null ? 0 : correlation(situation, first, second);
    }
}
