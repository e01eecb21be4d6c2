package io.riskwatch.portfolio.margin.rate;

import io.riskwatch.portfolio.margin.MarginRates;
import io.riskwatch.portfolio.margin.MarginRules;
import io.riskwatch.portfolio.margin.RiskClass;
import io.riskwatch.portfolio.margin.StandardRates;
import java.util.Map;

/** What one organisation asks on one day. */
public record RateBook(Map<String, HouseRate> house, MarginTerms terms) {

    public RateBook {
        house = Map.copyOf(house);
    }

    /** The organisation's rates of an instrument, or the standard ones. */
    public MarginRates of(String symbol) {
        var set = house.get(symbol);
        return set == null ? StandardRates.of(symbol) : set.rates();
    }

    public RiskClass riskClass(String underlying) {
        var set = house.get(underlying);
        return set == null || set.riskClass() == null ? RiskClass.EQUITY : set.riskClass();
    }

    /** For an account whose currency has these decimals. */
    public MarginRules rules(int minorUnits) {
        return terms.rules(minorUnits);
    }
}
