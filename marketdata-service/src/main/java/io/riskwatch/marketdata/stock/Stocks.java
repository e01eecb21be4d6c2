package io.riskwatch.marketdata.stock;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.ProviderError;
import io.riskwatch.marketdata.quote.LatestPrice;
import io.riskwatch.marketdata.quote.LatestQuotes;
import io.riskwatch.marketdata.quote.Quote;
import io.riskwatch.marketdata.quote.QuoteDesk;
import io.riskwatch.marketdata.quote.StoredQuotes;
import io.riskwatch.marketdata.tenant.Organisation;
import io.riskwatch.marketdata.upload.UploadedClose;
import io.riskwatch.marketdata.upload.UploadedHistory;
import io.riskwatch.marketdata.upload.UploadedSeries;
import io.riskwatch.marketdata.xsim.Exchange;
import io.riskwatch.marketdata.xsim.Listing;
import io.riskwatch.service.problem.ProblemException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;

/** The latest price of everything, whoever made it: fetched and stored when one is asked for, listed as they are. */
@Service
class Stocks {
    private static final Set<InstrumentType> STOCKS = Set.of(InstrumentType.EQUITY, InstrumentType.ETF);
    private static final int MOST = 5_000;

    private final Exchange exchange;
    private final LatestQuotes latest;
    private final QuoteDesk desk;
    private final StoredQuotes stored;
    private final KnownInstruments instruments;
    private final UploadedHistory uploads;

    Stocks(
            Exchange exchange,
            LatestQuotes latest,
            QuoteDesk desk,
            StoredQuotes stored,
            KnownInstruments instruments,
            UploadedHistory uploads) {
        this.exchange = exchange;
        this.latest = latest;
        this.desk = desk;
        this.stored = stored;
        this.instruments = instruments;
        this.uploads = uploads;
    }

    /** The latest price of a symbol, of the caller's own upload first; what the market says is stored. */
    Quote fetch(Jwt token, String symbol) {
        Map<String, UploadedClose> own = Organisation.within(token, () -> uploads.newest(Set.of(symbol)));
        UploadedClose close = own.get(symbol);
        if (close != null) {
            return lastClose(close);
        }
        return switch (desk.price(symbol)) {
            case LatestPrice.Known known -> {
                desk.store(known.quote());
                yield known.quote();
            }
            case LatestPrice.Missing missing -> throw problem(missing.reason());
        };
    }

    private static ProblemException problem(ProviderError reason) {
        return switch (reason) {
            case ProviderError.NotFound missing -> ProblemException.notFound("instrument");
            case ProviderError.RateLimited limited ->
                ProblemException.unavailable(
                        limited.retryAfter().plusSeconds(1),
                        "The providers' budget is spent; no price of this symbol is stored yet.");
            case ProviderError.Plan plan -> unavailable();
            case ProviderError.Auth auth -> unavailable();
            case ProviderError.Upstream upstream -> unavailable();
            case ProviderError.Contract contract -> unavailable();
        };
    }

    private static ProblemException unavailable() {
        return ProblemException.unavailable(
                Duration.ofMinutes(1), "No provider could price this symbol; GET /api/v1/providers tells why.");
    }

    /** The newest price of every equity and ETF. */
    List<Quote> stocks() {
        List<Quote> others = storedOnes();
        Set<String> stocks =
                new HashSet<>(stored.ofTypes(others.stream().map(Quote::symbol).toList(), STOCKS));
        return merged(
                listing -> STOCKS.contains(listing.type()),
                others.stream().filter(quote -> stocks.contains(quote.symbol())).toList());
    }

    /** The newest price of every instrument there is. */
    List<MarketDataView> all() {
        return merged(listing -> true, storedOnes()).stream()
                .map(quote -> MarketDataView.of(quote, market(quote)))
                .toList();
    }

    /** The market a quote comes from. */
    String market(Quote quote) {
        if (quote.simulated()) {
            return Listing.EXCHANGE;
        }
        String[] key = quote.symbol().split(":", 2);
        return key.length == 2 ? key[1] : instruments.exchange(key[0]).orElse(KnownInstruments.NO_MARKET);
    }

    private List<Quote> storedOnes() {
        return stored.newest(MOST).stream()
                .filter(quote -> !quote.simulated())
                .map(quote -> latest.find(quote.symbol()).orElse(quote))
                .toList();
    }

    private List<Quote> merged(Predicate<Listing> listed, List<Quote> others) {
        List<Quote> all = new ArrayList<>(others);
        exchange.listings().stream()
                .filter(listed)
                .map(listing -> latest.find(listing.symbol()))
                .flatMap(Optional::stream)
                .forEach(all::add);
        all.sort(Comparator.comparing(Quote::symbol));
        return all;
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
}
