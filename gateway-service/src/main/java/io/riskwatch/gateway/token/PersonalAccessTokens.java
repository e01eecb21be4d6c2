package io.riskwatch.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.riskwatch.gateway.limit.ClientAddress;
import io.riskwatch.gateway.limit.RequestRates;
import io.riskwatch.gateway.platform.Platform;
import io.riskwatch.gateway.problem.GatewayProblems;
import io.riskwatch.gateway.session.SessionSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Replaces a personal access token by the short-lived token it stands for, before security looks at the request. The
 * exchange is remembered for half a minute, so that a deleted token dies within that time.
 */
@Component
@Order(PersonalAccessTokens.BEFORE_SECURITY)
class PersonalAccessTokens implements WebFilter {

    static final int BEFORE_SECURITY = -140;

    private static final String GRANT = "urn:riskwatch:grant:personal-access-token";
    private static final String SCHEME = "Bearer ";
    private static final String PREFIX = SCHEME + "rwp_";
    private static final int LONGEST = 256;
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST_REMEMBERED = 10_000;

    private final WebClient server;
    private final SessionSettings settings;
    private final String tokenUrl;
    private final RequestRates rates;
    private final ClientAddress addresses;
    private final Cache<String, Mono<String>> exchanged = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    PersonalAccessTokens(
            WebClient authorizationServerClient,
            SessionSettings settings,
            Platform platform,
            RequestRates rates,
            ClientAddress addresses) {
        this.server = authorizationServerClient;
        this.settings = settings;
        this.tokenUrl = platform.portfolioUrl() + "/auth/oauth2/token";
        this.rates = rates;
        this.addresses = addresses;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            return chain.filter(exchange);
        }
        String secret = authorization.substring(SCHEME.length()).trim();
        return accessToken(secret, addresses.of(exchange))
                .flatMap(jwt -> chain.filter(exchange.mutate()
                        .request(request -> request.headers(headers -> headers.setBearerAuth(jwt)))
                        .build()));
    }

    private Mono<String> accessToken(String secret, String address) {
        if (secret.length() > LONGEST) {
            return Mono.error(refused());
        }
        return exchanged.get(
                fingerprint(secret),
                unknown -> rates.signIn(address)
                        .then(Mono.defer(() -> exchange(secret)))
                        .cache(jwt -> REMEMBERED, failure -> Duration.ZERO, () -> Duration.ZERO));
    }

    private Mono<String> exchange(String secret) {
        return server.post()
                .uri(tokenUrl)
                .headers(headers -> headers.setBasicAuth("gateway", settings.clientSecret()))
                .body(BodyInserters.fromFormData("grant_type", GRANT).with("token", secret))
                .exchangeToMono(PersonalAccessTokens::read);
    }

    private static Mono<String> read(ClientResponse response) {
        HttpStatusCode status = response.statusCode();
        if (status.is5xxServerError()) {
            return response.releaseBody().then(Mono.error(GatewayProblems.away()));
        }
        return response.bodyToMono(new ParameterizedTypeReference<Map<String, Object>>() {})
                .defaultIfEmpty(Map.of())
                .flatMap(body -> {
                    @Nullable Object jwt = body.get("access_token");
                    if (status.is2xxSuccessful() && jwt instanceof String value) {
                        return Mono.just(value);
                    }
                    return "invalid_grant".equals(body.get("error"))
                            ? Mono.error(refused())
                            : Mono.error(new IllegalStateException(
                                    "token exchange refused: " + status + " " + body.get("error")));
                });
    }

    private static Throwable refused() {
        return GatewayProblems.unauthenticated("The personal access token is not known, or not any more.");
    }

    private static String fingerprint(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
