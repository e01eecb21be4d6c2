package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Packed;
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
    /** "RWH1". */
    private static final int MAGIC = 0x52574831;

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
        List<SourcedSeries> found = Tenancy.as(request.organisationId(), () -> history.closes(symbols, from, to));
        PriceMatrix matrix = request.lastCommonDays() == null
                ? PriceMatrix.ofAllDays(found)
                : PriceMatrix.ofLastCommonDays(found, request.lastCommonDays());
        long cells = (long) matrix.days().length * found.size();
        if (cells > MAX_CELLS) {
            throw ProblemException.payloadTooLarge(
                    "cells", cells + " prices were asked for; " + MAX_CELLS + " is the most one answer holds.");
        }
        byte[] header = json.writeValueAsBytes(Header.of(matrix, missing(symbols, found)));
        Flux<ByteBuffer> body = Flux.concat(
                Flux.just(prefix(header), ByteBuffer.wrap(Packed.ints(matrix.days()))),
                Flux.fromIterable(found).map(one -> ByteBuffer.wrap(Packed.doubles(matrix.closes(one)))));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(8L + header.length + 4L * matrix.days().length + 8L * cells)
                .body(body);
    }

    private static ByteBuffer prefix(byte[] header) {
        return ByteBuffer.allocate(8 + header.length)
                .putInt(MAGIC)
                .putInt(header.length)
                .put(header)
                .flip();
    }

    private static List<String> missing(List<String> symbols, List<SourcedSeries> found) {
        Set<String> missing = new LinkedHashSet<>(symbols);
        found.forEach(one -> missing.remove(one.symbol()));
        return List.copyOf(missing);
    }

    /** What comes before the numbers. */
    record Header(int rows, List<Column> symbols, List<String> missing) {
        Header {
            symbols = List.copyOf(symbols);
            missing = List.copyOf(missing);
        }

        static Header of(PriceMatrix matrix, List<String> missing) {
            return new Header(
                    matrix.days().length,
                    matrix.series().stream()
                            .map(one -> new Column(one.symbol(), one.currency(), one.provider(), one.simulated()))
                            .toList(),
                    missing);
        }

        /** One column of the matrix. */
        record Column(String symbol, String currency, String provider, boolean simulated) {}
    }
}
