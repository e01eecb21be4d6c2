package io.riskwatch.portfolio.marketdata;

import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The calls to marketdata-service, each with the caller's own token, so that it decides what the caller may see. */
@Component
class MarketDataClient {

    /** As many of the longest symbols as fit into the 4,096 bytes of a request line, which is what Reactor Netty reads. */
    static final int MAX_SYMBOLS = 100;

    /** More days than any history has, so that none is thinned. */
    private static final int MAX_POINTS = 20_000;

    private final RestClient http;

    MarketDataClient(MarketDataSettings settings, ObjectProvider<ObservationRegistry> observations) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(settings.marketdata().connectTimeout())
                .build());
        requests.setReadTimeout(settings.marketdata().readTimeout());
        http = RestClient.builder()
                .baseUrl(settings.marketdataUrl())
                .requestFactory(requests)
                .observationRegistry(observations.getIfAvailable(() -> ObservationRegistry.NOOP))
                .build();
    }

    List<Quote> quotes(Collection<String> symbols) {
        try {
            var answer = http.get()
                    .uri(uri -> uri.path("/api/v1/quotes")
                            .queryParam("symbols", "{symbols}")
                            .build(String.join(",", symbols)))
                    .headers(MarketDataClient::authorise)
                    .retrieve()
                    .body(QuotesAnswer.class);
            return answer == null ? List.of() : answer.quotes();
        } catch (RestClientException e) {
            throw new MarketDataAway(e);
        }
    }

    Optional<Instrument> instrument(String symbol) {
        return find(Instrument.class, "/api/v1/instruments/{symbol}", symbol);
    }

    Optional<MarketHours> hours(String mic) {
        return find(MarketHours.class, "/api/v1/calendars/{mic}", mic);
    }

    Optional<PriceHistory> history(String symbol, LocalDate from, LocalDate to) {
        return history(symbol, from, to, PriceAdjustment.SPLITS);
    }

    Optional<PriceHistory> history(String symbol, LocalDate from, LocalDate to, PriceAdjustment adjustment) {
        return find(
                PriceHistory.class,
                "/api/v1/history/{symbol}?from={from}&to={to}&maxPoints={most}&adjustment={adjustment}",
                symbol,
                from,
                to,
                MAX_POINTS,
                adjustment);
    }

    /** The fewest points an answer may have: what happened is asked for, not what it cost. */
    Optional<CorporateEvents> corporateEvents(String symbol, LocalDate from, LocalDate to) {
        return find(
                CorporateEvents.class,
                "/api/v1/history/{symbol}?from={from}&to={to}&maxPoints=4&adjustment=RAW",
                symbol,
                from,
                to);
    }

    /** Has everything forgotten that the caller's organisation uploaded or had fetched. */
    void deleteHistory() {
        try {
            http.delete()
                    .uri("/api/v1/history")
                    .headers(MarketDataClient::authorise)
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException e) {
            throw new MarketDataAway(e);
        }
    }

    private <T> Optional<T> find(Class<T> type, String path, Object... variables) {
        try {
            return Optional.ofNullable(http.get()
                    .uri(path, variables)
                    .headers(MarketDataClient::authorise)
                    .retrieve()
                    .body(type));
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.BadRequest e) {
            return Optional.empty(); // it does not know the symbol, or refuses to call it one
        } catch (RestClientException e) {
            throw new MarketDataAway(e);
        }
    }

    private static void authorise(HttpHeaders headers) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            headers.setBearerAuth(token.getToken().getTokenValue());
        }
    }

    private record QuotesAnswer(
            List<Quote> quotes, @Nullable List<String> missing) {}
}
