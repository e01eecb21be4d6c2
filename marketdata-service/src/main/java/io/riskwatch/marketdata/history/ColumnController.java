package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Adjustment;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import jakarta.validation.Valid;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Hands the workers N symbols by T days of closes in one binary answer; contract/history-columns.md has its layout. */
@RestController
class ColumnController {
    private static final long MAX_CELLS = 5_000_000;
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final History history;
    private final JsonMapper json;

    ColumnController(History history, JsonMapper json) {
        this.history = history;
        this.json = json;
    }

    @PostMapping(path = "/internal/v1/history/columns", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Flux<ByteBuffer>> columns(@Valid @RequestBody ColumnRequest request) {
        LocalDate from = request.from() == null ? EARLIEST : request.from();
        LocalDate to = request.to() == null ? LATEST : request.to();
        List<String> symbols = List.copyOf(new LinkedHashSet<>(request.symbols()));
        Adjustment adjustment = request.adjustment() == null ? Adjustment.SPLITS : request.adjustment();
        List<SourcedSeries> found =
                Tenancy.as(request.organisationId(), () -> history.closes(symbols, from, to, adjustment));
        PriceMatrix matrix = request.lastCommonDays() == null
                ? PriceMatrix.ofAllDays(found)
                : PriceMatrix.ofLastCommonDays(found, request.lastCommonDays());
        long cells = (long) matrix.days().length * found.size();
        if (cells > MAX_CELLS) {
            throw ProblemException.payloadTooLarge(
                    "cells", cells + " prices were asked for; " + MAX_CELLS + " is the most one answer holds.");
        }
        ColumnFormat answer = new ColumnFormat(matrix, missing(symbols, found), json);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(answer.length())
                .body(Flux.fromIterable(answer));
    }

    private static List<String> missing(List<String> symbols, List<SourcedSeries> found) {
        Set<String> missing = new LinkedHashSet<>(symbols);
        found.forEach(one -> missing.remove(one.symbol()));
        return List.copyOf(missing);
    }
}
