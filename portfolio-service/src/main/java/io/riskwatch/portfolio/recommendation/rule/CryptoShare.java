package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share of cryptocurrencies. */
final class CryptoShare implements Rule {

    @Override
    public RuleId id() {
        return RuleId.CRYPTO;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var worth = situation.worth(CryptoShare::isCrypto);
        return situation.share(worth) <= threshold
                ? List.of()
                : List.of(new Finding(
                        "",
                        situation.share(worth),
                        worth,
                        situation.sell(CryptoShare::isCrypto, worth - threshold * situation.total()),
                        "Cryptocurrencies fell by three quarters more than once; with %s of everything in them that is %s."
                                .formatted(
                                        Rule.percent(situation.share(worth)),
                                        Rule.percent(situation.share(worth) * 0.75))));
    }

    private static boolean isCrypto(Situation.Holding holding) {
        return holding.assetClass().equals("CRYPTO");
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(situation.worth(CryptoShare::isCrypto));
    }
}
