package io.riskwatch.marketdata.instrument;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An International Securities Identification Number (ISO 6166): country, nine letters or digits, and a check digit by the
 * Luhn rule over the digits with letters written as 10 to 35.
 */
public record Isin(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}[0-9]");
    private static final int LETTER_BASE = 36;

    public Isin {
        if (!isValid(value)) {
            throw new IllegalArgumentException("isin has twelve characters with a right check digit, was " + value);
        }
    }

    /** Whether the text is an ISIN, check digit included. */
    public static boolean isValid(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, LETTER_BASE)));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 1 ? 2 * digit : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }

    /** The text without blanks and in capitals, as people paste it. */
    static String tidy(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
