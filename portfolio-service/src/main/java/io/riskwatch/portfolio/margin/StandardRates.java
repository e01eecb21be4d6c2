package io.riskwatch.portfolio.margin;

import java.util.regex.Pattern;

/** The rates of what an organisation has set none for: those of shares, but nothing is lent against crypto-currencies. */
public final class StandardRates {

    private static final Pattern CRYPTO = Pattern.compile("[A-Z0-9]{2,10}[-/](USD|USDT|USDC|EUR|GBP|BTC)");

    private StandardRates() {}

    public static MarginRates of(String symbol) {
        return CRYPTO.matcher(symbol).matches() ? MarginRates.NOT_MARGINABLE : MarginRates.STANDARD;
    }
}
