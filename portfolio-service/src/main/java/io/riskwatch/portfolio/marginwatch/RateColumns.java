package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginRates;
import io.riskwatch.portfolio.margin.MarginRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The different rates that are in use, each once, in columns by their number. Not safe for several threads. */
final class RateColumns {

    private final Map<MarginRules, Bounds> bounds = new HashMap<>();
    private final Map<MarginRates, Integer> numbers = new HashMap<>();
    private final List<MarginRates> rates = new ArrayList<>();
    private boolean[] marginable = new boolean[8];
    private double[] ofLongs = new double[8];
    private double[] ofShorts = new double[8];

    Bounds bounds(MarginRules rules) {
        return bounds.computeIfAbsent(rules, Bounds::of);
    }

    int numberOf(MarginRates wanted) {
        Integer known = numbers.get(wanted);
        return known == null ? add(wanted) : known;
    }

    private int add(MarginRates wanted) {
        int number = rates.size();
        if (number == ofLongs.length) {
            marginable = Arrays.copyOf(marginable, 2 * number);
            ofLongs = Arrays.copyOf(ofLongs, 2 * number);
            ofShorts = Arrays.copyOf(ofShorts, 2 * number);
        }
        numbers.put(wanted, number);
        rates.add(wanted);
        marginable[number] = wanted.marginable();
        ofLongs[number] = wanted.maintenanceLong().doubleValue();
        ofShorts[number] = wanted.maintenanceShort().doubleValue();
        return number;
    }

    MarginRates exact(int number) {
        return rates.get(number);
    }

    boolean marginable(int number) {
        return marginable[number];
    }

    double ofLongs(int number) {
        return ofLongs[number];
    }

    double ofShorts(int number) {
        return ofShorts[number];
    }
}
