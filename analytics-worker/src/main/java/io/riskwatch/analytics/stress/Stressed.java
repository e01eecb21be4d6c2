package io.riskwatch.analytics.stress;

import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.exposure.Exposure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A holding as a crisis sees it.
 *
 * @param weight share of the value
 * @param guessed whether nobody said what it is, so that it is taken for an equity
 * @param duration years
 */
record Stressed(
        String symbol,
        String currency,
        double weight,
        boolean simulated,
        StressClass assetClass,
        String region,
        boolean guessed,
        double duration) {

    private static final String FOREIGN_CASH = "CASH:";
    private static final String UNKNOWN_REGION = "World";

    /** One per position of the exposure. */
    static List<Stressed> of(AnalysisJob job, Exposure exposure, StressParameters parameters) {
        Map<String, AnalysisJob.Holding> told = new HashMap<>();
        Objects.requireNonNullElse(job.holdings(), List.<AnalysisJob.Holding>of())
                .forEach(holding -> told.putIfAbsent(holding.symbol(), holding));
        for (String symbol : parameters.classes().keySet()) {
            if (!exposure.symbols().contains(symbol)) {
                throw new BadInputException("parameters.classes." + symbol, symbol + " is not among the holdings.");
            }
        }
        List<Stressed> all = new ArrayList<>();
        for (Exposure.Position position : exposure.positions()) {
            all.add(one(
                    position,
                    told.get(position.symbol()),
                    Objects.requireNonNullElse(
                            parameters.classes().get(position.symbol()), StressParameters.Described.NOT)));
        }
        return all;
    }

    private static Stressed one(
            Exposure.Position position, AnalysisJob.@Nullable Holding told, StressParameters.Described described) {
        StressClass known = described.assetClass();
        if (known == null && position.symbol().startsWith(FOREIGN_CASH)) {
            known = StressClass.CASH;
        }
        if (known == null && told != null) {
            known = StressClass.of(told.assetClass(), told.sector());
        }
        if (known == null && described.bond() != null) {
            known = StressClass.GOVERNMENT_BOND;
        }
        String region = described.region();
        if (region == null && told != null) {
            region = told.region();
        }
        StressClass assetClass = known == null ? StressClass.EQUITY : known;
        return new Stressed(
                position.symbol(),
                position.currency(),
                position.weight(),
                position.simulated(),
                assetClass,
                region == null ? UNKNOWN_REGION : region,
                known == null && described.option() == null,
                described.duration() == null ? assetClass.duration() : described.duration());
    }
}
