package io.riskwatch.marketdata.provider;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as it is asked for at a provider; each adapter spells it its own way.
 *
 * @param symbol the ticker ({@code AAPL}, {@code BRK.B}) or a pair of currencies ({@code BTC-USD})
 * @param exchange the market's MIC; null for the provider's own main market
 */
public record SourceSymbol(String symbol, @Nullable String exchange) {
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9.^=_-]{0,31}");
    private static final Pattern MIC = Pattern.compile("[A-Z0-9]{4}");
    private static final Pattern PAIR = Pattern.compile("([A-Z0-9]{2,10})-([A-Z]{3,4})");

    public SourceSymbol {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("symbol has letters, digits and . ^ = _ -, at most 32, was " + symbol);
        }
        if (exchange != null && !MIC.matcher(exchange).matches()) {
            throw new IllegalArgumentException("exchange is a MIC of four letters or digits, was " + exchange);
        }
    }

    public static SourceSymbol of(String symbol) {
        return new SourceSymbol(symbol, null);
    }

    /** Reads {@code AAPL} or {@code AAPL:XNAS}; empty where no provider could know it. */
    public static Optional<SourceSymbol> parse(String key) {
        String upper = key.strip().toUpperCase(Locale.ROOT);
        int colon = upper.indexOf(':');
        String symbol = colon < 0 ? upper : upper.substring(0, colon);
        String exchange = colon < 0 ? null : upper.substring(colon + 1);
        boolean valid = SYMBOL.matcher(symbol).matches()
                && (exchange == null || MIC.matcher(exchange).matches());
        return valid ? Optional.of(new SourceSymbol(symbol, exchange)) : Optional.empty();
    }

    /** The two sides of a pair such as {@code BTC-USD}. */
    public Optional<Pair> pair() {
        var matcher = PAIR.matcher(symbol);
        return matcher.matches() ? Optional.of(new Pair(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** {@code symbol} or {@code symbol:exchange}. */
    public String key() {
        return exchange == null ? symbol : symbol + ":" + exchange;
    }

    /**
     * Two currencies.
     *
     * @param base what is bought
     * @param quote what it is paid in
     */
    public record Pair(String base, String quote) {}
}
