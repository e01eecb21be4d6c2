package io.riskwatch.portfolio.recommendation.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The share of what is priced in other currencies than the portfolio's; what is owed in one makes up for what is held in it. */
final class ForeignCurrency implements Rule {

    @Override
    public RuleId id() {
        return RuleId.FOREIGN_CURRENCY;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var exposures = exposures(situation);
        var foreign = size(exposures);
        if (situation.share(foreign) <= threshold) {
            return List.of();
        }
        var trades = new HashMap<String, Double>();
        exposures.forEach((currency, net) -> {
            Predicate<Situation.Holding> ofIt =
                    holding -> holding.currency().equals(currency) && holding.isShort() == net < 0;
            var part = Math.abs(net) / foreign * (foreign - threshold * situation.total());
            trades.putAll(situation.reduce(ofIt, Math.min(part, situation.size(ofIt))));
        });
        var net = exposures.values().stream().mapToDouble(Double::doubleValue).sum();
        return List.of(new Finding(
                "",
                situation.share(foreign),
                foreign,
                trades,
                "You count in %s; if it %s 10 %% against the others you lose about %s though no price moved."
                        .formatted(
                                situation.currency(),
                                net < 0 ? "loses" : "gains",
                                Rule.percent(situation.share(Math.abs(net)) * 0.1))));
    }

    /** What each foreign currency moves: holdings less what is owed, and the cash in it. */
    private static Map<String, Double> exposures(Situation situation) {
        var exposures = new TreeMap<String, Double>();
        situation.holdings().forEach(holding -> exposures.merge(holding.currency(), holding.value(), Double::sum));
        situation.cash().forEach((currency, money) -> exposures.merge(currency, Math.max(0, money), Double::sum));
        exposures.remove(situation.currency());
        return exposures;
    }

    private static double size(Map<String, Double> exposures) {
        return exposures.values().stream().mapToDouble(Math::abs).sum();
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(size(exposures(situation)));
    }
}
