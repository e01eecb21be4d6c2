package io.riskwatch.portfolio.recommendation.rule;

import io.riskwatch.quant.stat.Correlation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The correlation of the daily returns of two positions that both matter. */
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
                .filter(holding -> situation.share(holding.value()) > MATTERS)
                .filter(holding -> situation.history().symbols().contains(holding.symbol()))
                .sorted(Comparator.comparingDouble(Situation.Holding::value).reversed())
                .limit(MOST_COMPARED)
                .toList();
        var findings = new ArrayList<Finding>();
        for (var i = 0; i < large.size(); i++) {
            for (var j = i + 1; j < large.size(); j++) {
                var correlation = correlation(
                        situation, large.get(i).symbol(), large.get(j).symbol());
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
                smaller.value(),
                Map.of(smaller.symbol(), -smaller.value()),
                "%s and %s rise and fall together (correlation %.2f): holding both spreads nothing."
                        .formatted(larger.symbol(), smaller.symbol(), correlation));
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
        var held = situation.holdings().stream().map(Situation.Holding::symbol).toList();
        return pair.length == 2 && held.contains(pair[0]) && held.contains(pair[1])
                ? correlation(situation, pair[0], pair[1])
                : 0;
    }
}
