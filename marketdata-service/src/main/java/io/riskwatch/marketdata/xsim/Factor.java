package io.riskwatch.marketdata.xsim;

import java.util.Arrays;
import java.util.Optional;

/**
 * A source of risk that many instruments share, with its long-run annual volatility, its correlation with the market, and
 * the degrees of freedom of its Student t shocks.
 */
enum Factor {
    MARKET(0.150, 1.0, 5.0, ""),
    NORTH_AMERICA(0.045, 0, 6.0, "North America"),
    EUROPE(0.070, 0, 6.0, "Europe"),
    ASIA_PACIFIC(0.085, 0, 6.0, "Asia Pacific"),
    EMERGING_MARKETS(0.100, 0.10, 5.5, "Emerging Markets"),
    TECHNOLOGY(0.110, 0.10, 6.0, "Technology"),
    HEALTH_CARE(0.080, -0.05, 6.0, "Health Care"),
    FINANCIALS(0.100, 0.10, 5.0, "Financials"),
    ENERGY(0.150, 0.05, 6.0, "Energy"),
    CONSUMER(0.070, 0, 6.0, "Consumer"),
    INDUSTRIALS(0.070, 0, 6.0, "Industrials"),
    MATERIALS(0.130, 0.05, 6.0, "Materials"),
    UTILITIES(0.085, -0.05, 6.0, "Utilities"),
    COMMUNICATIONS(0.080, 0, 6.0, "Communications"),
    REAL_ESTATE(0.100, 0.05, 5.0, "Real Estate"),
    /** The return of a bond per year of its duration. */
    RATES(0.0090, -0.30, 7.0, ""),
    /** The US dollar against all other currencies. */
    DOLLAR(0.065, -0.15, 7.0, ""),
    COMMODITY(0.130, 0.25, 5.0, ""),
    CRYPTO(0.550, 0.15, 4.5, ""),
    SIZE(0.070, 0.05, 6.0, ""),
    VALUE(0.080, -0.05, 6.0, ""),
    MOMENTUM(0.110, -0.20, 5.0, "");

    private static final double TRADING_DAYS = 252;

    private final double dailyVolatility;
    private final double marketCorrelation;
    private final double degreesOfFreedom;
    private final String label;

    Factor(double annualVolatility, double marketCorrelation, double degreesOfFreedom, String label) {
        this.dailyVolatility = annualVolatility / StrictMath.sqrt(TRADING_DAYS);
        this.marketCorrelation = marketCorrelation;
        this.degreesOfFreedom = degreesOfFreedom;
        this.label = label;
    }

    /** Place of this factor in the model's vectors. */
    @SuppressWarnings("EnumOrdinal") // an index within one run of the model, never stored
    int index() {
        return ordinal();
    }

    double dailyVolatility() {
        return dailyVolatility;
    }

    double marketCorrelation() {
        return marketCorrelation;
    }

    double degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /** The factor of a region or sector of the list of instruments; none for "World" or "Broad". */
    static Optional<Factor> labelled(String regionOrSector) {
        return Arrays.stream(values())
                .filter(factor -> !factor.label.isEmpty() && factor.label.equals(regionOrSector))
                .findFirst();
    }
}
