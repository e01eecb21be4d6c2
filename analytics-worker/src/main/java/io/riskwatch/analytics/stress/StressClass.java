package io.riskwatch.analytics.stress;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What moves together in a crisis. */
enum StressClass {
    EQUITY,
    REAL_ESTATE,
    GOVERNMENT_BOND,
    CORPORATE_BOND,
    HIGH_YIELD_BOND,
    GOLD,
    ENERGY,
    COMMODITY,
    CRYPTO,
    /** Money: keeps its amount in its own currency. */
    CASH;

    /** Years a rise of the interest rate by 1 takes from the price of 1; 0 where there is no fixed interest. */
    double duration() {
        return switch (this) {
            case GOVERNMENT_BOND -> 7;
            case CORPORATE_BOND -> 6.5;
            case HIGH_YIELD_BOND -> 4;
            case EQUITY, REAL_ESTATE, GOLD, ENERGY, COMMODITY, CRYPTO, CASH -> 0;
        };
    }

    /** From an instrument's type and industry, as market data has them; null when they do not tell. */
    static @Nullable StressClass of(@Nullable String type, @Nullable String sector) {
        String industry = sector == null ? "" : sector.toLowerCase(Locale.ROOT);
        return switch (type == null ? "" : type.toUpperCase(Locale.ROOT)) {
            case "EQUITY", "ETF", "FUND", "INDEX" -> industry.equals("real estate") ? REAL_ESTATE : EQUITY;
            case "BOND" ->
                switch (industry) {
                    case "government" -> GOVERNMENT_BOND;
                    case "high yield" -> HIGH_YIELD_BOND;
                    default -> CORPORATE_BOND;
                };
            case "COMMODITY" ->
                switch (industry) {
                    case "precious metals" -> GOLD;
                    case "energy" -> ENERGY;
                    default -> COMMODITY;
                };
            case "CRYPTO" -> CRYPTO;
            case "FX", "CASH" -> CASH;
            default -> null;
        };
    }
}
