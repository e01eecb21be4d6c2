package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginRules;

/**
 * Where the states of an account begin and end, as doubles: utilisations as decimals.
 *
 * @param smallestUnit of the account's currency, what the exact rule rounds to
 */
record Bounds(double watch, double backFromWatch, double warning, double backFromWarning, double smallestUnit) {

    static Bounds of(MarginRules rules) {
        return new Bounds(
                rules.watchFrom().doubleValue(),
                rules.watchFrom().subtract(rules.hysteresis()).doubleValue(),
                rules.warningFrom().doubleValue(),
                rules.warningFrom().subtract(rules.hysteresis()).doubleValue(),
                Math.pow(10, -rules.minorUnits()));
    }
}
