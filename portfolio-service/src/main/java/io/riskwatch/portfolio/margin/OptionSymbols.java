package io.riskwatch.portfolio.margin;

import io.riskwatch.quant.pricing.OptionKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The terms of an option as its symbol tells them: {@code AAPL240119C00190000} as the Options Clearing Corporation writes it,
 * with or without blanks, or {@code AAPL 01/19/2024 190.00 C} as statements do. A contract is on 100 shares.
 */
public final class OptionSymbols {

    private static final int SHARES = 100;
    private static final int CENTURY = 2000;
    private static final Pattern CLEARING =
            Pattern.compile("([A-Z][A-Z.]{0,5})\\s*(\\d{2})(\\d{2})(\\d{2})([CP])(\\d{8})");
    private static final Pattern STATEMENT =
            Pattern.compile("([A-Z][A-Z.]{0,5})[ _-]?(\\d{2})/(\\d{2})/(\\d{4})[ _-]?(\\d+(?:\\.\\d+)?)[ _-]?([CP])");

    private OptionSymbols() {}

    /** Empty of what is no option's. */
    public static Optional<OptionTerms> parse(String symbol) {
        var clearing = CLEARING.matcher(symbol);
        if (clearing.matches()) {
            return terms(
                    clearing,
                    new Day(CENTURY + number(clearing, 2), number(clearing, 3), number(clearing, 4)),
                    clearing.group(5),
                    new BigDecimal(clearing.group(6)).movePointLeft(3));
        }
        var statement = STATEMENT.matcher(symbol);
        return statement.matches()
                ? terms(
                        statement,
                        new Day(number(statement, 4), number(statement, 2), number(statement, 3)),
                        statement.group(6),
                        new BigDecimal(statement.group(5)))
                : Optional.empty();
    }

    private record Day(int year, int month, int day) {}

    private static Optional<OptionTerms> terms(MatchResult match, Day expiry, String kind, BigDecimal strike) {
        try {
            var day = LocalDate.of(expiry.year(), expiry.month(), expiry.day());
            return strike.signum() == 0
                    ? Optional.empty()
                    : Optional.of(new OptionTerms(
                            match.group(1),
                            kind.equals("C") ? OptionKind.CALL : OptionKind.PUT,
                            strike,
                            day,
                            SHARES,
                            null,
                            false));
        } catch (DateTimeException e) {
            return Optional.empty(); // thirteen months: it only looks like an option
        }
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
