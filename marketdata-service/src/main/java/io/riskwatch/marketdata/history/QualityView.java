package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Finding;
import io.riskwatch.marketdata.series.QualityCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a symbol's history found.
 *
 * @param observations days with a price
 * @param tradingDays days between the first and the last on which the market traded; 0 where nothing else tells
 * @param counts findings of each kind
 * @param findings the first {@value #SHOWN} of them, by day
 */
record QualityView(
        String symbol,
        String provider,
        String currency,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int observations,
        int tradingDays,
        Map<Finding.Kind, Integer> counts,
        List<Finding> findings) {
    private static final int SHOWN = 500;

    QualityView {
        counts = new TreeMap<>(counts);
        findings = List.copyOf(findings);
    }

    static QualityView of(SourcedSeries series, int[] tradingDays) {
        List<Finding> findings = QualityCheck.of(series.prices(), tradingDays);
        boolean empty = series.prices().isEmpty();
        return new QualityView(
                series.symbol(),
                series.provider(),
                series.currency(),
                empty ? null : series.prices().firstDay(),
                empty ? null : series.prices().lastDay(),
                series.prices().size(),
                tradingDays.length,
                findings.stream().collect(Collectors.toMap(Finding::kind, finding -> 1, Integer::sum)),
                findings.subList(0, Math.min(SHOWN, findings.size())));
    }
}
