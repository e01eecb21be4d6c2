package io.riskwatch.portfolio.recommendation.rule;

import io.riskwatch.portfolio.riskscore.RiskScore;
import io.riskwatch.quant.performance.Drawdowns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** How far today's mix is below its highest point of the known past. */
final class Drawdown implements Rule {

    @Override
    public RuleId id() {
        return RuleId.DRAWDOWN;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var fall = measure(situation, "");
        return fall <= threshold
                ? List.of()
                : List.of(Finding.withoutTrade(
                        "",
                        fall,
                        fall * situation.size(holding -> true),
                        "This mix%s stands %s below its peak and must gain %s to be there again. Decide now at which further fall you would %s, not on that day."
                                .formatted(
                                        situation.owed() > 0 ? ", long and short together," : "",
                                        Rule.percent(fall),
                                        Rule.percent(fall / (1 - fall)),
                                        situation.owed() > 0 ? "close positions" : "sell")));
    }

    @Override
    public double measure(Situation situation, String subject) {
        var exposure = situation.exposure();
        if (situation.history().observations() < RiskScore.LEAST_OBSERVATIONS || exposure.gross() <= 0) {
            return 0;
        }
        var weights = new HashMap<String, Double>();
        exposure.values().forEach((symbol, value) -> weights.put(symbol, value / exposure.gross()));
        var returns = situation.history().mix(weights);
        // with short positions a day may cost more than everything, after which there is no peak to be below
        return Arrays.stream(returns).anyMatch(value -> value <= -1)
                ? 0
                : Math.abs(Drawdowns.ofReturns(returns).current());
    }
}
