package io.riskwatch.portfolio.imports.statement;

import io.riskwatch.portfolio.ledger.BookingRefused;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as brokers write them: currency signs and codes around them, thousands grouped, negatives in parentheses or with
 * the sign on either side of the currency.
 */
public final class Numbers {

    private static final Set<String> NOTHING = Set.of("", "-", "--", "n/a", "na", "not available", "...", "null");
    private static final Pattern POINT =
            Pattern.compile("(\\d{1,3}(,\\d{3})+|\\d{1,30})?(\\.\\d{0,30})?([eE][+-]?\\d{1,2})?");
    private static final Pattern COMMA =
            Pattern.compile("(\\d{1,3}(\\.\\d{3})+|\\d{1,30})?(,\\d{0,30})?([eE][+-]?\\d{1,2})?");
    private static final Pattern CODE = Pattern.compile("^[A-Z]{3}\\s*(?=[-+(.,\\d])|(?<=[\\d.,)])\\s*[A-Z]{3,5}$");

    private Numbers() {}

    /** The number, {@code null} where the text says that there is none, or a refusal naming the field. */
    public static @Nullable BigDecimal parse(String field, String text, DecimalMark mark) {
        var stripped = text.strip();
        if (NOTHING.contains(stripped.toLowerCase(Locale.ROOT))) {
            return null;
        }
        var bare = stripped.chars().anyMatch(Character::isLetter)
                ? CODE.matcher(stripped).replaceAll("")
                : stripped;
        var negative = false;
        var digits = new StringBuilder(bare.length());
        for (var i = 0; i < bare.length(); i++) {
            var c = bare.charAt(i);
            switch (c) {
                case '-', '\u2212', '(' -> {
                    if (digits.isEmpty() || i == bare.length() - 1) {
                        negative = true;
                    } else {
                        digits.append(c); // within a number it makes it none, but for an exponent's
                    }
                }
                case '+', ')', '$', '\u20ac', '\u00a3', '\u00a5', ' ', '\u00a0', '\u202f', '\'', '\u2019' -> {
                    // says nothing about the size
                }
                default -> digits.append(c);
            }
        }
        var pattern = mark == DecimalMark.POINT ? POINT : COMMA;
        if (digits.isEmpty()
                || digits.chars().noneMatch(Character::isDigit)
                || !pattern.matcher(digits).matches()) {
            throw new BookingRefused(
                    field,
                    "'%s' is not a number%s"
                            .formatted(
                                    shortened(stripped),
                                    mark == DecimalMark.COMMA ? " like 1.234,56" : " like 1,234.56"));
        }
        var plain =
                digits.toString().replace(String.valueOf(mark.grouping()), "").replace(mark.mark(), '.');
        var value = new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
        return negative ? value.negate() : value;
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
