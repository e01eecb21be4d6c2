package io.riskwatch.marketdata.upload;

import io.riskwatch.service.problem.ProblemException;
import java.util.regex.Pattern;

/** What a symbol in a price file may look like. */
final class Symbols {
    private static final Pattern SYMBOL = Pattern.compile("[\\p{L}\\p{N}^][\\p{L}\\p{N} ._:=/^&+-]{0,31}");

    private Symbols() {}

    static void check(String symbol, long line, int column) {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new PriceFileException(
                    line,
                    column,
                    symbol.isEmpty()
                            ? "the symbol is missing"
                            : Cells.shown(symbol)
                                    + " is not a symbol (letters, digits and . - _ : = / ^ & +, 32 at most)");
        }
    }

    static ProblemException tooMany(int limit) {
        return ProblemException.payloadTooLarge(
                "symbols", "The file has more than " + limit + " symbols, the most one file may have.");
    }
}
