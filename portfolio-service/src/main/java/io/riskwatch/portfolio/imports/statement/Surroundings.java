package io.riskwatch.portfolio.imports.statement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a file does not say itself.
 *
 * @param currencyOf what a row without a currency has, by its symbol
 * @param symbolOf the symbol of an ISIN, as far as it is known
 * @param openingDate the day of holdings, which have none of their own
 * @param latestDate the last day that is not the future
 */
public record Surroundings(
        Function<@Nullable String, CurrencyUnit> currencyOf,
        Function<String, Optional<String>> symbolOf,
        LocalDate openingDate,
        LocalDate latestDate) {}
