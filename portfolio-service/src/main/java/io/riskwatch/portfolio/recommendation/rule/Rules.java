package io.riskwatch.portfolio.recommendation.rule;

import java.util.List;

/** All rules. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new SinglePosition(),
            new TopThree(),
            new SectorShare(),
            new RegionShare(),
            new ForeignCurrency(),
            new AssetClassShare(),
            new CryptoShare(),
            new CashHigh(),
            new CashLow(),
            new Leverage(),
            new LoanBesideCash(),
            new StalePrices(),
            new Unpriced(),
            new CostUnknown(),
            new ThinHistory(),
            new Drift(),
            new CorrelatedPair(),
            new Fees(),
            new Loss(),
            new SmallPositions(),
            new RiskTolerance(),
            new Drawdown(),
            new Churn());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }

    /** The rule of a name. */
    public static Rule of(RuleId id) {
        return ALL.stream().filter(rule -> rule.id() == id).findFirst().orElseThrow();
    }
}
