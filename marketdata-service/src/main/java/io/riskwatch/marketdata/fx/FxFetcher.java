package io.riskwatch.marketdata.fx;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.provider.DailyBars;
import io.riskwatch.marketdata.provider.ProviderAnswer;
import io.riskwatch.marketdata.provider.Providers;
import io.riskwatch.marketdata.provider.SourceSymbol;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the providers for a pair's rates around a day, once in a while, and keeps them as they are told. */
@Component
class FxFetcher {
    private static final Logger log = LoggerFactory.getLogger(FxFetcher.class);
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int DAYS_BEFORE = 30;
    private static final int MOST_REMEMBERED = 5_000;

    private final Providers providers;
    private final FxStore store;
    private final Clock clock;
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();

    FxFetcher(Providers providers, FxStore store, Clock clock) {
        this.providers = providers;
        this.store = store;
        this.clock = clock;
    }

    /** Has the rates of the month before the day fetched, unless that was tried lately or no provider has any. */
    void fetch(String base, String quote, LocalDate day) {
        if (base.equals(quote) || !providers.canQuote(InstrumentType.FX)) {
            return;
        }
        Instant now = clock.instant();
        if (asked.size() >= MOST_REMEMBERED) {
            asked.clear();
        }
        Instant before = asked.putIfAbsent(base + quote + day, now);
        if (before != null && (before.plus(AGAIN).isAfter(now) || !asked.replace(base + quote + day, before, now))) {
            return;
        }
        ProviderAnswer<DailyBars> answer = providers.dailyBars(
                InstrumentType.FX, SourceSymbol.of(base + "-" + quote), day.minusDays(DAYS_BEFORE), day);
        switch (answer) {
            case ProviderAnswer.Found<DailyBars> found ->
                store.store(found.value().bars().stream()
                        .map(bar -> new Leg(
                                base,
                                quote,
                                bar.close(),
                                bar.day(),
                                found.value().provider(),
                                false))
                        .toList());
            case ProviderAnswer.Refused<DailyBars> refused ->
                log.info(
                        "event=fx-not-fetched pair={}{} class={}",
                        base,
                        quote,
                        refused.error().kind());
        }
    }
}
