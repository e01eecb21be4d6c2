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
import java.util.Iterator;
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
    private final QuoteDesk desk;
    private final UploadedHistory uploads;
    private final SymbolSessions sessions;

    QuoteController(QuoteDesk desk, UploadedHistory uploads, SymbolSessions sessions) {
        this.desk = desk;
        this.uploads = uploads;
        this.sessions = sessions;
    }

    @GetMapping("/api/v1/quotes")
    Quotes quotes(@AuthenticationPrincipal Jwt token, @RequestParam @NotEmpty @Size(max = 500) List<String> symbols) {
        Set<String> wanted = new LinkedHashSet<>(symbols);
        Map<String, UploadedClose> uploaded = Organisation.within(token, () -> uploads.newest(wanted));
        List<String> others =
                wanted.stream().filter(symbol -> !uploaded.containsKey(symbol)).toList();
        Iterator<LatestPrice> prices = desk.prices(others).iterator();
        List<QuoteView> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String symbol : wanted) {
            UploadedClose close = uploaded.get(symbol);
            if (close != null) {
                found.add(QuoteView.of(lastClose(close), true, Optional.empty()));
            } else if (prices.next() instanceof LatestPrice.Known known) {
                found.add(QuoteView.of(known.quote(), known.stale(), sessions.now(symbol)));
            } else {
                missing.add(symbol);
            }
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
