package io.riskwatch.marketdata.provider;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Currencies as markets write them. Some shares are quoted in hundredths: London in pence, Tel Aviv in agorot,
 * Johannesburg in cents.
 */
public final class Currencies {
    private static final Pattern ISO = Pattern.compile("[A-Z]{3}");
    private static final Map<String, String> MINOR =
            Map.of("GBX", "GBP", "GBp", "GBP", "GBpX", "GBP", "ILA", "ILS", "ILa", "ILS", "ZAc", "ZAR", "ZAC", "ZAR");

    private Currencies() {}

    public static boolean isIso(String code) {
        return ISO.matcher(code).matches() && !MINOR.containsKey(code);
    }

    /** Whether amounts in this unit are hundredths of a currency. */
    public static boolean isMinor(String unit) {
        return MINOR.containsKey(unit);
    }

    /** The ISO currency of a unit: GBP for GBX and GBp. */
    public static String iso(String unit) {
        return MINOR.getOrDefault(unit, unit);
    }

    /** An amount in whole units, exactly: 512.5 GBX are 5.125 GBP. */
    public static BigDecimal whole(BigDecimal amount, String unit) {
        return isMinor(unit) ? amount.movePointLeft(2) : amount;
    }
}
