package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** How many positions are under one percent, owned or owed. */
final class SmallPositions implements Rule {

    @Override
    public RuleId id() {
        return RuleId.SMALL_POSITIONS;
    }

    private static final double SMALL = 0.01;

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var count = measure(situation, "");
        var worth = situation.size(holding -> isSmall(situation, holding));
        return count <= threshold
                ? List.of()
                : List.of(new Finding(
                        "",
                        count,
                        worth,
                        situation.reduce(holding -> isSmall(situation, holding), worth),
                        "%.0f positions of under 1 %% together are %s: they cost attention and fees and move nothing."
                                .formatted(count, Rule.percent(situation.share(worth)))));
    }

    private static boolean isSmall(Situation situation, Situation.Holding holding) {
        return situation.total() > 0 && situation.share(holding.size()) < SMALL;
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.holdings().stream()
                .filter(holding -> isSmall(situation, holding))
                .count();
    }
}
