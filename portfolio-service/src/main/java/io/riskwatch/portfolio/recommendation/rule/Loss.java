package io.riskwatch.portfolio.recommendation.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The loss of each position as a share of what it cost, or, sold short, of what it brought. */
final class Loss implements Rule {

    @Override
    public RuleId id() {
        return RuleId.LOSS;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        return situation.holdings().stream()
                .filter(holding -> loss(holding) > threshold)
                .sorted(Comparator.comparingDouble(Loss::loss).reversed())
                .map(holding -> new Finding(
                        holding.symbol(),
                        loss(holding),
                        holding.cost().orElse(0.0) - holding.value(),
                        Map.of(holding.symbol(), -holding.value()),
                        reason(holding)))
                .toList();
    }

    private static String reason(Situation.Holding holding) {
        return holding.isShort()
                ? "%s, sold short, now takes %s more to buy back than it brought. Would you sell it short today? If not, buying it back ends"
                                .formatted(holding.symbol(), Rule.percent(loss(holding)))
                        + " a loss that has no limit."
                : "%s lost %s of its cost. Would you buy it today? If not, selling turns the loss into one that counts"
                                .formatted(holding.symbol(), Rule.percent(loss(holding)))
                        + " for tax where that is allowed.";
    }

    private static double loss(Situation.Holding holding) {
        return holding.cost()
                .filter(cost -> holding.isShort() ? cost < 0 : cost > 0)
                .map(cost -> (cost - holding.value()) / Math.abs(cost))
                .orElse(0.0);
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.holdings().stream()
                .filter(holding -> holding.symbol().equals(subject))
                .mapToDouble(Loss::loss)
                .findFirst()
                .orElse(0);
    }
}
