package io.riskwatch.portfolio.allocation;

import io.riskwatch.portfolio.marketdata.Instrument;
import io.riskwatch.service.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what a portfolio is divided. What an instrument does not tell is {@link #UNKNOWN} and never guessed. */
public enum Dimension {
    /** Equity, fund, bond, ... */
    CLASS,
    /** The industry. */
    SECTOR,
    /** What the price is in. */
    CURRENCY,
    /** Where the company is. */
    REGION,
    /** The security itself. */
    SYMBOL;

    /** The share of which nobody says where it belongs. */
    public static final String UNKNOWN = "unknown";

    /** The share that is money, where money is a share of its own. */
    public static final String CASH = "CASH";

    /** Reads what a client asks for, in any case. */
    static Dimension parse(String text) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.badRequest("by", "must be one of class, sector, currency, region, symbol"));
    }

    /** Where a position belongs. */
    public String bucket(String symbol, String priceCurrency, Optional<Instrument> instrument) {
        return switch (this) {
            case SYMBOL -> symbol;
            case CURRENCY -> priceCurrency;
            case CLASS -> known(instrument.map(Instrument::type).orElse(null));
            case SECTOR -> known(instrument.map(Instrument::sector).orElse(null));
            case REGION -> known(instrument.map(Instrument::region).orElse(null));
        };
    }

    /** Where money of a currency belongs. */
    public String cashBucket(String currency) {
        return this == CURRENCY ? currency : CASH;
    }

    private static String known(@Nullable String value) {
        return value == null || value.isBlank() ? UNKNOWN : value;
    }

    String asked() {
        return name().toLowerCase(Locale.ROOT);
    }
}
