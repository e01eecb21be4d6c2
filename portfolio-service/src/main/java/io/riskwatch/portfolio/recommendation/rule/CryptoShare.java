package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** The share of cryptocurrencies, less what is sold short of them. */
final class CryptoShare implements Rule {

    @Override
    public RuleId id() {
        return RuleId.CRYPTO;
    }

    @Override
    public List<Finding> check(Situation situation, double threshold) {
        var worth = situation.worth(CryptoShare::isCrypto);
        return situation.share(Math.abs(worth)) <= threshold
                ? List.of()
                : List.of(new Finding(
                        "",
                        situation.share(Math.abs(worth)),
                        Math.abs(worth),
                        situation.towardsNothing(
                                CryptoShare::isCrypto, Math.abs(worth) - threshold * situation.total()),
                        reason(situation, worth)));
    }

    private static String reason(Situation situation, double worth) {
        var share = situation.share(Math.abs(worth));
        return worth < 0
                ? "Cryptocurrencies doubled within months more than once; sold short for %s of everything, that costs %s."
                        .formatted(Rule.percent(share), Rule.percent(share))
                : "Cryptocurrencies fell by three quarters more than once; with %s of everything in them that is %s."
                        .formatted(Rule.percent(share), Rule.percent(share * 0.75));
    }

    private static boolean isCrypto(Situation.Holding holding) {
        return holding.assetClass().equals("CRYPTO");
    }

    @Override
    public double measure(Situation situation, String subject) {
        return situation.share(Math.abs(situation.worth(CryptoShare::isCrypto)));
    }
}
