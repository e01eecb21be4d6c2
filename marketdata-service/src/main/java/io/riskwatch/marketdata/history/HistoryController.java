package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Decimation;
import io.riskwatch.marketdata.tenant.Organisation;
import io.riskwatch.service.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

    /** The bars between two days, thinned to {@code maxPoints} with all extremes kept. */
    @GetMapping("/api/v1/history/{symbol}")
    HistoryView history(
            @AuthenticationPrincipal Jwt token,
            @PathVariable String symbol,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "10000") @Min(4) @Max(20_000) int maxPoints) {
        LocalDate first = from == null ? EARLIEST : from;
        LocalDate last = to == null ? LATEST : to;
        if (first.isBefore(EARLIEST) || last.isAfter(LATEST)) {
            throw ProblemException.badRequest(first.isBefore(EARLIEST) ? "from" : "to", "is no day of this era");
        }
        if (last.isBefore(first)) {
            throw ProblemException.badRequest("to", "lies before from");
        }
        SourcedSeries found = Organisation.within(token, () -> history.find(symbol, first, last))
                .orElseThrow(() -> ProblemException.notFound("instrument"));
        return HistoryView.of(found, Decimation.keepingExtremes(found.prices(), maxPoints));
    }
}
