package io.riskwatch.marketdata.upload;

import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.upload.ImportView.Counts;
import io.riskwatch.marketdata.upload.ImportView.Row;
import io.riskwatch.marketdata.upload.ImportView.State;
import io.riskwatch.service.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Previews, commits and undoes price files. Committed files are layers: the later one wins where two name a day, and
 * undoing one leaves exactly what the others say.
 */
@Service
@Transactional
class PriceImports {
    private static final Logger log = LoggerFactory.getLogger(PriceImports.class);

    private final ImportRepository imports;
    private final UploadedHistory history;
    private final UploadProperties properties;
    private final Clock clock;

    PriceImports(ImportRepository imports, UploadedHistory history, UploadProperties properties, Clock clock) {
        this.imports = imports;
        this.history = history;
        this.properties = properties;
        this.clock = clock;
    }

    /** Keeps the file as a preview and tells what committing it would change. */
    ImportView preview(UUID organisation, String fileName, String currency, PriceFile file) {
        imports.lock(organisation);
        List<String> symbols = List.copyOf(file.series().keySet());
        refuseOtherCurrency(symbols, currency);
        Comparison comparison = new Comparison(file.emptyCells());
        Map<String, PriceSeries> known = new HashMap<>();
        file.series().forEach((symbol, prices) -> {
            PriceSeries before = known(symbol);
            comparison.count(prices, before);
            if (file.samples().stream().anyMatch(sample -> sample.symbol().equals(symbol))) {
                known.put(symbol, before);
            }
        });
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ImportView view = new ImportView(
                UUID.randomUUID(),
                State.PREVIEW,
                file.format(),
                fileName,
                currency,
                comparison.counts(),
                symbols,
                file.series().values().stream()
                        .map(PriceSeries::firstDay)
                        .min(LocalDate::compareTo)
                        .orElseThrow(),
                file.series().values().stream()
                        .map(PriceSeries::lastDay)
                        .max(LocalDate::compareTo)
                        .orElseThrow(),
                rows(file, known),
                now);
        imports.forgetPreviews(now.minus(properties.previewLifetime()), properties.openPreviews() - 1);
        imports.add(organisation, view);
        file.series().forEach((symbol, prices) -> imports.addLayer(organisation, view.importId(), symbol, prices));
        return view;
    }

    @Transactional(readOnly = true)
    ImportView show(UUID importId) {
        return imports.find(importId).orElseThrow(() -> ProblemException.notFound("import"));
    }

    /** Makes the file count; committing it twice is committing it once. */
    ImportView commit(UUID organisation, UUID importId) {
        imports.lock(organisation);
        ImportView view = show(importId);
        if (view.state() == State.COMMITTED) {
            return view;
        }
        if (view.state() == State.UNDONE) {
            throw ProblemException.conflict("The import was undone; upload the file again.");
        }
        refuseOtherCurrency(view.symbols(), view.currency());
        Comparison comparison = new Comparison(view.counts().ignored());
        for (String symbol : view.symbols()) {
            PriceSeries before = known(symbol);
            PriceSeries layer = imports.layer(importId, symbol);
            comparison.count(layer, before);
            imports.putSeries(organisation, symbol, view.currency(), before.overlaidWith(layer));
        }
        Counts counts = comparison.counts();
        imports.commit(importId, counts);
        log.info(
                "event=price-import-committed import={} symbols={} new={} revised={}",
                importId,
                view.symbols().size(),
                counts.fresh(),
                counts.revised());
        return show(importId);
    }

    /** Takes the file back, previewed or committed; what other files say stays. */
    void undo(UUID organisation, UUID importId) {
        imports.lock(organisation);
        ImportView view = show(importId);
        imports.undo(importId);
        if (view.state() != State.COMMITTED) {
            return;
        }
        for (String symbol : view.symbols()) {
            imports.committedLayers(symbol).stream()
                    .reduce(PriceSeries::overlaidWith)
                    .ifPresentOrElse(
                            left -> imports.putSeries(organisation, symbol, view.currency(), left),
                            () -> imports.removeSeries(symbol));
        }
        log.info(
                "event=price-import-undone import={} symbols={}",
                importId,
                view.symbols().size());
    }

    private void refuseOtherCurrency(List<String> symbols, String currency) {
        imports.currencies(symbols).forEach((symbol, kept) -> {
            if (!kept.equals(currency)) {
                throw ProblemException.unprocessable(
                        "currency", "the history of " + symbol + " is kept in " + kept + ", not in " + currency);
            }
        });
    }

    private PriceSeries known(String symbol) {
        return history.find(symbol).map(UploadedSeries::prices).orElse(PriceSeries.empty());
    }

    private static List<Row> rows(PriceFile file, Map<String, PriceSeries> known) {
        List<Row> rows = new ArrayList<>();
        for (PriceFile.Sample sample : file.samples()) {
            PriceSeries prices = file.series().get(sample.symbol());
            PriceSeries before = known.get(sample.symbol());
            if (prices == null || before == null) {
                continue;
            }
            int position = java.util.Arrays.binarySearch(prices.days(), sample.epochDay());
            rows.add(new Row(
                    sample.line(),
                    Comparison.status(prices, position, before),
                    sample.symbol(),
                    LocalDate.ofEpochDay(sample.epochDay()),
                    sample.close()));
        }
        return rows;
    }

    /** The newest day an uploaded price may have: today, wherever the uploader lives. */
    LocalDate latestDay() {
        return clock.instant().atZone(ZoneOffset.ofHours(14)).toLocalDate();
    }
}
