package io.riskwatch.portfolio.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What the last finished risk check of a portfolio said, for features that compare with it. */
@Service
public class StoredRisk {

    private static final String KIND = "risk";
    private static final String FIRST_CHOICE = "HISTORICAL";
    private static final int MOST_KEPT = 20_000;

    private final Analyses analyses;
    private final AnalysisResults results;
    private final Cache<UUID, List<OneDay>> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    StoredRisk(Analyses analyses, AnalysisResults results) {
        this.analyses = analyses;
        this.results = results;
    }

    private record OneDay(String method, BigDecimal confidence, BigDecimal fraction) {}

    /**
     * The one-day value at risk as a positive fraction of the portfolio's value: the historical one, else the first that was
     * computed. Empty when no finished risk check has one at that confidence.
     */
    public Optional<BigDecimal> oneDayValueAtRisk(UUID portfolioId, BigDecimal confidence) {
        var last = analyses.list(
                new Analyses.Filter(KIND, portfolioId, null, AnalysisState.COMPLETED), Optional.empty(), 1);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        var figures = kept.get(last.getFirst().id(), this::read).stream()
                .filter(figure -> figure.confidence().compareTo(confidence) == 0)
                .toList();
        return figures.stream()
                .filter(figure -> figure.method().equals(FIRST_CHOICE))
                .findFirst()
                .or(() -> figures.stream().findFirst())
                .map(OneDay::fraction);
    }

    private List<OneDay> read(UUID analysisId) {
        return results.require(analysisId).get("valueAtRisk") instanceof List<?> figures
                ? figures.stream().flatMap(figure -> oneDay(figure).stream()).toList()
                : List.of();
    }

    private static Optional<OneDay> oneDay(Object figure) {
        return figure instanceof Map<?, ?> members
                        && members.get("method") instanceof String method
                        && members.get("horizonDays") instanceof Number days
                        && days.intValue() == 1
                        && members.get("confidence") instanceof Number confidence
                        && members.get("fraction") instanceof Number fraction
                ? Optional.of(new OneDay(
                        method,
                        BigDecimal.valueOf(confidence.doubleValue()),
                        BigDecimal.valueOf(fraction.doubleValue())))
                : Optional.empty();
    }
}
