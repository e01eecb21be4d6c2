package io.riskwatch.portfolio.recommendation.rule;

/** The rules by name, with what they are called and from where they speak. */
public enum RuleId {
    SINGLE_POSITION("One position is large", Unit.FRACTION, 0.2),
    TOP_THREE("Three positions carry the portfolio", Unit.FRACTION, 0.6),
    SECTOR("One industry is large", Unit.FRACTION, 0.4),
    REGION("One region is large", Unit.FRACTION, 0.7),
    FOREIGN_CURRENCY("Much is in foreign currencies", Unit.FRACTION, 0.5),
    ASSET_CLASS("Everything is of one kind", Unit.FRACTION, 0.95),
    CRYPTO("Much is in cryptocurrencies", Unit.FRACTION, 0.1),
    CASH_HIGH("Much lies idle as cash", Unit.FRACTION, 0.15),
    CASH_LOW("There is hardly any cash", Unit.FRACTION, 0.01),
    LEVERAGE("You invest with what is borrowed", Unit.RATIO, 1.2),
    LOAN_BESIDE_CASH("You borrow in one currency and hold cash in another", Unit.FRACTION, 0.01),
    STALE_PRICES("Prices are old", Unit.FRACTION, 0.05),
    UNPRICED("Some holdings have no market price", Unit.FRACTION, 0.0),
    COST_UNKNOWN("The cost of some holdings is not known", Unit.FRACTION, 0.0),
    THIN_HISTORY("Some holdings have too little price history", Unit.FRACTION, 0.2),
    DRIFT("The portfolio drifted from its target", Unit.FRACTION, 0.05),
    CORRELATION("Two holdings move as one", Unit.FRACTION, 0.9),
    FEES("Fees eat the return", Unit.FRACTION, 0.005),
    LOSS("A position lost much of its cost", Unit.FRACTION, 0.3),
    SMALL_POSITIONS("Many positions are too small to matter", Unit.COUNT, 5),
    RISK_TOLERANCE("More risk than you said you want", Unit.COUNT, 0),
    DRAWDOWN("This mix is deep below its peak", Unit.FRACTION, 0.2),
    CHURN("You trade often", Unit.COUNT, 20);

    private final String title;
    private final Unit unit;
    private final double defaultThreshold;

    RuleId(String title, Unit unit, double defaultThreshold) {
        this.title = title;
        this.unit = unit;
        this.defaultThreshold = defaultThreshold;
    }

    /** What a rule measures in. */
    public enum Unit {
        /** A share, as a decimal. */
        FRACTION,
        /** How often one thing is in another. */
        RATIO,
        /** Whole things. */
        COUNT
    }

    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    /** What an organisation has that set none of its own. */
    public double defaultThreshold() {
        return defaultThreshold;
    }
}
