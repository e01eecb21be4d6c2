package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Adjustment;
import io.riskwatch.marketdata.upload.UploadedHistory;
import io.riskwatch.marketdata.upload.UploadedSeries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Resolves a bare symbol for the current organisation: its own upload first, then the providers. */
@Service
class History {
    private final UploadedHistory uploads;
    private final BarRepository bars;

    History(UploadedHistory uploads, BarRepository bars) {
        this.uploads = uploads;
        this.bars = bars;
    }

    Optional<SourcedSeries> find(String symbol, LocalDate from, LocalDate to) {
        return uploaded(symbol, from, to).or(() -> bars.bars(symbol, from, to));
    }

    /** As it was known at an instant; uploads are the organisation's own and have no such past. */
    Optional<SourcedSeries> findAsKnown(String symbol, LocalDate from, LocalDate to, Instant knownAt) {
        return uploaded(symbol, from, to).or(() -> bars.barsAsKnown(symbol, from, to, knownAt));
    }

    /** Days on which the symbol's market traded: those on which most series of the same source have a price. */
    int[] tradingDays(SourcedSeries series) {
        if (series.prices().isEmpty()) {
            return new int[0];
        }
        LocalDate from = series.prices().firstDay();
        LocalDate to = series.prices().lastDay();
        return series.provider().equals(UploadedSeries.PROVIDER)
                ? uploads.tradingDays(series.symbol(), from, to)
                : bars.tradingDays(series.symbol(), from, to);
    }

    /** A provider's corrections; an upload's are its imports. */
    List<BarRepository.Revision> revisions(String symbol, int limit) {
        return bars.revisions(symbol, limit);
    }

    private Optional<SourcedSeries> uploaded(String symbol, LocalDate from, LocalDate to) {
        return uploads.find(symbol)
                .map(uploaded -> SourcedSeries.of(new UploadedSeries(
                        symbol, uploaded.currency(), uploaded.prices().between(from, to))));
    }

    /** The closes of every symbol that has a history, in the order asked. */
    List<SourcedSeries> closes(List<String> symbols, LocalDate from, LocalDate to, Adjustment adjustment) {
        Map<String, SourcedSeries> found = new LinkedHashMap<>();
        uploads.findCloses(symbols)
                .forEach((symbol, uploaded) -> found.put(
                        symbol,
                        SourcedSeries.of(new UploadedSeries(
                                symbol, uploaded.currency(), uploaded.prices().between(from, to)))));
        List<String> others =
                symbols.stream().filter(symbol -> !found.containsKey(symbol)).toList();
        found.putAll(bars.closes(others, from, to));
        List<SourcedSeries> ordered = new ArrayList<>();
        for (String symbol : symbols) {
            SourcedSeries series = found.remove(symbol);
            if (series != null) {
                ordered.add(series.adjusted(adjustment));
            }
        }
        return ordered;
    }
}
