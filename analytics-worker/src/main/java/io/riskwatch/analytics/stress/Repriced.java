package io.riskwatch.analytics.stress;

import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.AnalysisJob.Holding;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.exposure.Exposure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The options and bonds among the holdings whose terms are known, by symbol. */
record Repriced(Map<String, RepricedOption> options, Map<String, RepricedBond> bonds) {

    /** One price on a tree takes about a millisecond, and the ways to a loss ask for some hundreds. */
    private static final int MOST_OPTIONS = 100;

    static final Repriced NONE = new Repriced(Map.of(), Map.of());

    Repriced {
        options = new LinkedHashMap<>(options);
        bonds = new LinkedHashMap<>(bonds);
    }

    /** The job with what its options are rights on, where that is not held itself: nothing of it. */
    static AnalysisJob withUnderlyings(AnalysisJob job, StressParameters parameters) {
        if (job.holdings() == null) {
            return job;
        }
        Set<String> held = new HashSet<>();
        job.holdings().forEach(holding -> held.add(holding.symbol()));
        boolean weighted = job.holdings().getFirst().weight() != null;
        List<Holding> all = new ArrayList<>(job.holdings());
        parameters.classes().forEach((symbol, described) -> {
            OptionTerms option = described.option();
            if (option != null && held.add(option.underlying())) {
                all.add(new Holding(
                        option.underlying(), weighted ? null : BigDecimal.ZERO, weighted ? (Double) 0.0 : null));
            }
        });
        return all.size() == held.size() && all.size() == job.holdings().size() ? job : job.withHoldings(all);
    }

    static Repriced of(Exposure exposure, StressParameters parameters) {
        Map<String, RepricedOption> options = new LinkedHashMap<>();
        Map<String, RepricedBond> bonds = new LinkedHashMap<>();
        for (int i = 0; i < exposure.positions().size(); i++) {
            Exposure.Position position = exposure.positions().get(i);
            StressParameters.Described described = parameters.classes().get(position.symbol());
            String field = "parameters.classes." + position.symbol();
            if (described != null && described.option() != null) {
                requireUnderlying(described.option(), exposure, parameters, field);
                options.put(
                        position.symbol(),
                        RepricedOption.of(described.option(), exposure, i, field + ".option", parameters.riskFree()));
            }
            if (described != null && described.bond() != null) {
                bonds.put(
                        position.symbol(),
                        RepricedBond.of(described.bond(), exposure.lastDay(), position.lastClose(), field + ".bond"));
            }
        }
        if (options.size() > MOST_OPTIONS) {
            throw new BadInputException(
                    "parameters.classes",
                    "There are terms of " + options.size() + " options; at most " + MOST_OPTIONS
                            + " are priced anew together.");
        }
        return new Repriced(options, bonds);
    }

    private static void requireUnderlying(
            OptionTerms option, Exposure exposure, StressParameters parameters, String field) {
        if (!exposure.symbols().contains(option.underlying())) {
            throw new BadInputException(
                    field + ".option.underlying",
                    "There are no prices of " + option.underlying() + ", which it is a right on.");
        }
        StressParameters.Described on = parameters.classes().get(option.underlying());
        if (on != null && on.option() != null) {
            throw new BadInputException(
                    field + ".option.underlying",
                    option.underlying() + " is an option itself: options on options are not priced.");
        }
    }

    /** What the result tells of them. */
    List<StressResult.Repriced> told() {
        List<StressResult.Repriced> all = new ArrayList<>();
        options.forEach((symbol, option) -> all.add(StressResult.Repriced.of(symbol, option)));
        bonds.forEach((symbol, bond) -> all.add(StressResult.Repriced.of(symbol, bond)));
        return List.copyOf(all);
    }

    boolean isOption(String symbol) {
        return options.containsKey(symbol);
    }

    RepricedOption option(String symbol) {
        return Objects.requireNonNull(options.get(symbol));
    }
}
