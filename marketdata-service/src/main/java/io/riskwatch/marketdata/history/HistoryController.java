package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Adjustment;
import io.riskwatch.marketdata.series.Decimation;
import io.riskwatch.marketdata.tenant.Organisation;
import io.riskwatch.service.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Daily history of one symbol. */
@RestController
class HistoryController {
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final History history;

    HistoryController(History history) {
        this.history = history;
    }

    /**
     * The bars between two days, adjusted for splits unless asked otherwise, as they are known now or were known then,
     * thinned to {@code maxPoints} with all extremes kept.
     */
    @GetMapping("/api/v1/history/{symbol}")
    HistoryView history(
            @AuthenticationPrincipal Jwt token,
            @PathVariable String symbol,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "10000") @Min(4) @Max(20_000) int maxPoints,
            @RequestParam(defaultValue = "SPLITS") Adjustment adjustment,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        LocalDate first = from == null ? EARLIEST : from;
        LocalDate last = to == null ? LATEST : to;
        check(first, last);
        SourcedSeries found = Organisation.within(
                        token,
                        () -> knownAt == null
                                ? history.find(symbol, first, last)
                                : history.findAsKnown(symbol, first, last, knownAt))
                .orElseThrow(() -> ProblemException.notFound("instrument"))
                .adjusted(adjustment);
        return HistoryView.of(found, Decimation.keepingExtremes(found.prices(), maxPoints), last);
    }

    /** What a careful reader would ask about: gaps, spikes, stale, crossed and repeated bars, jumps by a hundred. */
    @GetMapping("/api/v1/history/{symbol}/quality")
    QualityView quality(
            @AuthenticationPrincipal Jwt token,
            @PathVariable String symbol,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        LocalDate first = from == null ? EARLIEST : from;
        LocalDate last = to == null ? LATEST : to;
        check(first, last);
        return Organisation.within(
                token,
                () -> history.find(symbol, first, last)
                        .map(found -> found.adjusted(Adjustment.SPLITS))
                        .map(found -> QualityView.of(found, history.tradingDays(found)))
                        .orElseThrow(() -> ProblemException.notFound("instrument")));
    }

    /** Closes that the source corrected later, the latest correction first. */
    @GetMapping("/api/v1/history/{symbol}/revisions")
    RevisionsView revisions(
            @PathVariable String symbol, @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int limit) {
        return new RevisionsView(symbol, history.revisions(symbol, limit));
    }

    private static void check(LocalDate first, LocalDate last) {
        if (first.isBefore(EARLIEST) || last.isAfter(LATEST)) {
            throw ProblemException.badRequest(first.isBefore(EARLIEST) ? "from" : "to", "is no day of this era");
        }
        if (last.isBefore(first)) {
            throw ProblemException.badRequest("to", "lies before from");
        }
    }
}
