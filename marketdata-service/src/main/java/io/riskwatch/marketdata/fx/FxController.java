package io.riskwatch.marketdata.fx;

import io.riskwatch.service.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exchange rates. */
@RestController
@RequestMapping("/api/v1/fx")
class FxController {
    private static final String CURRENCY = "[A-Z]{3}";

    private final FxRates rates;
    private final FxStore store;
    private final FxFetcher fetcher;
    private final Clock clock;

    FxController(FxRates rates, FxStore store, FxFetcher fetcher, Clock clock) {
        this.rates = rates;
        this.store = store;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** The rate of a day, today's where none is named. */
    @GetMapping
    RateView rate(
            @RequestParam @Pattern(regexp = CURRENCY) String from,
            @RequestParam @Pattern(regexp = CURRENCY) String to,
            @RequestParam(required = false) @Nullable LocalDate date) {
        LocalDate day = date == null ? LocalDate.now(clock) : date;
        if (day.isAfter(LocalDate.now(clock))) {
            throw ProblemException.badRequest("date", "lies in the future");
        }
        CrossRate known = rates.find(from, to, day).orElse(null);
        if (known == null || known.stale() || known.legs().stream().anyMatch(Leg::simulated)) {
            fetcher.fetch(from, to, day);
        }
        return rates.find(from, to, day)
                .map(rate -> RateView.of(rate, day))
                .orElseThrow(() -> ProblemException.notFound("exchange rate of that day"));
    }

    /** The rates of a span as they were told, by day; the newest where there are more than the limit. */
    @GetMapping("/history")
    List<LegView> history(
            @RequestParam @Pattern(regexp = CURRENCY) String from,
            @RequestParam @Pattern(regexp = CURRENCY) String to,
            @RequestParam LocalDate start,
            @RequestParam LocalDate end,
            @RequestParam(defaultValue = "5000") @Min(1) @Max(20_000) int limit) {
        if (end.isBefore(start)) {
            throw ProblemException.badRequest("end", "lies before start");
        }
        return store.between(from, to, start, end, limit).stream()
                .map(LegView::of)
                .toList();
    }

    /**
     * One unit of {@code from} in units of {@code to}. Rates are decimal strings: they multiply ledger amounts.
     *
     * @param rate to 34 digits at most; convert by the legs where not even the last of them may be off
     * @param asOf the day of the older leg
     * @param stale whether that is not the day asked for, weekends aside
     */
    record RateView(
            String from,
            String to,
            LocalDate date,
            String rate,
            LocalDate asOf,
            boolean stale,
            boolean simulated,
            List<LegView> legs) {

        RateView {
            legs = List.copyOf(legs);
        }

        static RateView of(CrossRate rate, LocalDate date) {
            return new RateView(
                    rate.from(),
                    rate.to(),
                    date,
                    rate.rate().toPlainString(),
                    rate.day(),
                    rate.stale(),
                    rate.legs().stream().anyMatch(Leg::simulated),
                    rate.legs().stream().map(LegView::of).toList());
        }
    }

    /** A rate as it was told: one unit of {@code base} costs {@code rate} of {@code quote}. */
    record LegView(String base, String quote, LocalDate date, String rate, String provider, boolean simulated) {
        static LegView of(Leg leg) {
            return new LegView(
                    leg.base(), leg.quote(), leg.day(), leg.rate().toPlainString(), leg.provider(), leg.simulated());
        }
    }
}
