package io.riskwatch.portfolio.income;

import java.time.LocalDate;

/**
 * A payment that may come: the one of a year before, per unit, for the units held now. An estimate; nobody promised it.
 *
 * @param lastYear the day of the payment it repeats
 * @param gross in the base currency at today's rate
 */
record Expectation(LocalDate date, LocalDate lastYear, String symbol, double gross) {}
