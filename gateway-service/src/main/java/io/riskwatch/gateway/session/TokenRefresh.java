package io.riskwatch.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProvider;
import reactor.core.publisher.Mono;

/**
 * Renews an access token once, however many requests of the page find it too old at the same moment. The flight is
 * known by the old access token: the refresh token would not do, since it stays the same.
 */
class TokenRefresh implements ReactiveOAuth2AuthorizedClientProvider {

    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final int MOST_FLIGHTS = 100_000;

    private final ReactiveOAuth2AuthorizedClientProvider refresh;
    private final Duration early;
    private final Clock clock;
    private final Cache<String, Mono<OAuth2AuthorizedClient>> flights = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_FLIGHTS)
            .build();

    TokenRefresh(ReactiveOAuth2AuthorizedClientProvider refresh, Duration early, Clock clock) {
        this.refresh = refresh;
        this.early = early;
        this.clock = clock;
    }

    @Override
    public Mono<OAuth2AuthorizedClient> authorize(OAuth2AuthorizationContext context) {
        OAuth2AuthorizedClient held = context.getAuthorizedClient();
        if (held == null || held.getRefreshToken() == null || isFresh(held)) {
            return Mono.empty();
        }
        return flights.get(
                held.getAccessToken().getTokenValue(),
                old -> refresh.authorize(context)
                        .cache(renewed -> REMEMBERED, failure -> Duration.ZERO, () -> Duration.ZERO));
    }

    private boolean isFresh(OAuth2AuthorizedClient held) {
        @Nullable Instant end = held.getAccessToken().getExpiresAt();
        return end == null || end.isAfter(clock.instant().plus(early));
    }
}
