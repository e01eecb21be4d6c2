package io.riskwatch.portfolio.imports;

/** The files Riskwatch knows, recognised by what their header says and not by their name. */
public enum StatementFormat {
    RISKWATCH_TRANSACTIONS("Riskwatch transactions"),
    RISKWATCH_HOLDINGS("Riskwatch holdings"),
    SCHWAB_TRANSACTIONS("Charles Schwab transactions"),
    SCHWAB_POSITIONS("Charles Schwab positions"),
    FIDELITY_HISTORY("Fidelity history"),
    FIDELITY_POSITIONS("Fidelity positions"),
    IBKR_ACTIVITY_STATEMENT("Interactive Brokers activity statement"),
    IBKR_FLEX("Interactive Brokers Flex query"),
    ROBINHOOD("Robinhood activity"),
    DEGIRO_ACCOUNT("Degiro account"),
    DEGIRO_TRANSACTIONS("Degiro transactions"),
    TRADING_212("Trading 212 history"),
    REVOLUT_INVEST("Revolut stocks"),
    REVOLUT_CRYPTO("Revolut crypto"),
    WEALTHFOLIO("Wealthfolio activities"),
    WEALTHFOLIO_HOLDINGS("Wealthfolio holdings"),
    GHOSTFOLIO("Ghostfolio activities"),
    PORTFOLIO_PERFORMANCE("Portfolio Performance transactions"),
    SWISSQUOTE("Swissquote transactions"),
    ETORO("eToro account activity"),
    XTB("XTB cash operations"),
    COINBASE("Coinbase transactions"),
    /** A table the organisation explained itself. */
    MAPPED("Your own mapping");

    private final String title;

    StatementFormat(String title) {
        this.title = title;
    }

    /** The broker and the file, in words. */
    public String title() {
        return title;
    }
}
