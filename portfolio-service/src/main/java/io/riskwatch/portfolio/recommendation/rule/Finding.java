package io.riskwatch.portfolio.recommendation.rule;

import java.util.Map;

/**
 * What a rule found.
 *
 * @param subject what it is about: a symbol, a sector, ...; empty for the whole portfolio
 * @param measured in the rule's unit
 * @param affected money of the base currency
 * @param trades money by symbol, negative of sales; empty where no trade helps
 * @param reason why it matters, in plain words
 */
public record Finding(String subject, double measured, double affected, Map<String, Double> trades, String reason) {

    public Finding {
        trades = Map.copyOf(trades);
    }

    static Finding withoutTrade(String subject, double measured, double affected, String reason) {
        return new Finding(subject, measured, affected, Map.of(), reason);
    }
}
