package io.riskwatch.portfolio.imports.statement;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a file before its rows are read.
 *
 * @param preamble the lines above the header
 * @param dayFirst whether dates with slashes begin with the day, where the whole file tells
 */
public record Facts(
        List<String> preamble, DecimalMark decimalMark, Optional<Boolean> dayFirst, Surroundings surroundings) {

    public Facts {
        preamble = List.copyOf(preamble);
    }
}
