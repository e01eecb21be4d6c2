package io.riskwatch.marketdata.quote;

import io.riskwatch.marketdata.tenant.Organisation;
import io.riskwatch.marketdata.upload.UploadedClose;
import io.riskwatch.marketdata.upload.UploadedHistory;
import io.riskwatch.marketdata.upload.UploadedSeries;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The latest price of each symbol asked for: the organisation's own upload first, then the live market. */
@RestController
class QuoteController {
    private final LatestQuotes latest;
    private final UploadedHistory uploads;

    QuoteController(LatestQuotes latest, UploadedHistory uploads) {
        this.latest = latest;
        this.uploads = uploads;
    }

    @GetMapping("/api/v1/quotes")
    Quotes quotes(@AuthenticationPrincipal Jwt token, @RequestParam @NotEmpty @Size(max = 500) List<String> symbols) {
        Set<String> wanted = new LinkedHashSet<>(symbols);
        Map<String, UploadedClose> uploaded = Organisation.within(token, () -> uploads.newest(wanted));
        boolean stale = latest.stale();
        List<QuoteView> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String symbol : wanted) {
            Optional<QuoteView> quote = Optional.ofNullable(uploaded.get(symbol))
                    .map(close -> QuoteView.of(lastClose(close), true))
                    .or(() -> latest.find(symbol).map(live -> QuoteView.of(live, stale)));
            quote.ifPresentOrElse(found::add, () -> missing.add(symbol));
        }
        return new Quotes(found, missing);
    }

    /** A close has a day and no hour: noon UTC is that day nearly everywhere. */
    private static Quote lastClose(UploadedClose close) {
        return Quote.of(
                close.symbol(),
                close.close(),
                close.currency(),
                close.day().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                close.previousClose(),
                UploadedSeries.PROVIDER,
                false);
    }

    /** The quotes that exist, in the order asked, and the symbols nobody prices. */
    record Quotes(List<QuoteView> quotes, List<String> missing) {
        Quotes {
            quotes = List.copyOf(quotes);
            missing = List.copyOf(missing);
        }
    }
}
