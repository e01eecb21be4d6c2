package io.riskwatch.gateway.route;

import io.riskwatch.gateway.platform.Platform;
import java.net.URI;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.BooleanSpec;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;

/** The table of owners: which service answers which path. What is not here belongs to the dashboard. */
@Configuration(proxyBeanMethods = false)
class Services {

    private static final int IMPORT_MILLIS = (int) Duration.ofMinutes(10).toMillis();

    private static final String OWN = "/api/v1/me/sessions";

    private final Platform platform;
    private final RelayToken relay;
    private final ServiceBreakers breakers;

    Services(Platform platform, RelayToken relay, ServiceBreakers breakers) {
        this.platform = platform;
        this.relay = relay;
        this.breakers = breakers;
    }

    @Bean
    RouteLocator routes(RouteLocatorBuilder builder) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        routes.route("billing", r -> service(r.path("/api/v1/billing/**"), "billing", platform.billingUrl()));

        routes.route(
                "price-files",
                r -> upload(r.path("/api/v1/history/imports/**"), "marketdata", platform.marketdataUrl()));
        // who holds what is known where the positions are; so it stands before the rest of /api/market-data
        routes.route(
                "prices-of-a-client",
                r -> service(r.path("/api/market-data/client/*"), "portfolio", platform.portfolioUrl()));
        routes.route(
                "marketdata",
                r -> service(
                        r.path(
                                "/api/v1/instruments/**",
                                "/api/v1/quotes/**",
                                "/api/v1/history/**",
                                "/api/v1/providers/**",
                                "/api/v1/fx/**",
                                "/api/v1/calendars/**",
                                "/api/market-*/**",
                                "/stocks/**"),
                        "marketdata",
                        platform.marketdataUrl()));
        routes.route("prices-socket", r -> socket(r.path("/ws/prices"), platform.marketdataUrl()));

        routes.route(
                "transaction-files",
                r -> upload(r.path("/api/v1/portfolios/*/imports/**"), "portfolio", platform.portfolioUrl()));
        routes.route(
                "portfolio",
                r -> service(
                        r.path(
                                        "/api/v1/**",
                                        "/api/clients/**",
                                        "/api/positions/**",
                                        "/api/margin-status/**",
                                        "/positions/*",
                                        "/margin/{client:\\d+}")
                                .and()
                                .predicate(Services::isOfAService),
                        "portfolio",
                        platform.portfolioUrl()));
        routes.route("events-socket", r -> socket(r.path("/ws/events", "/ws/{client:\\d+}"), platform.portfolioUrl()));

        routes.route("sign-in", r -> open(r.path("/auth/**", "/.well-known/**"), "portfolio", platform.portfolioUrl()));
        routes.route(
                "token-alias",
                r -> r.path("/oauth2/token")
                        .filters(f -> f.setPath("/auth/oauth2/token").filter(breakers.of("portfolio")))
                        .uri(platform.portfolioUrl()));
        platform.services()
                .forEach((name, url) -> routes.route(
                        "docs-" + name,
                        r -> r.method(HttpMethod.GET)
                                .and()
                                .path("/docs/api/" + name)
                                .filters(f -> f.setPath("/v3/api-docs").filter(breakers.of(name)))
                                .uri(url)));
        return routes.build();
    }

    /** A user's sessions are where the gateway keeps them, and it answers for them itself. */
    private static boolean isOfAService(ServerWebExchange exchange) {
        return !exchange.getRequest().getPath().value().startsWith(OWN);
    }

    private Buildable<Route> service(BooleanSpec paths, String name, URI url) {
        GatewayFilter breaker = breakers.of(name);
        return paths.filters(f -> f.filters(relay, breaker)).uri(url);
    }

    /** A file may take minutes to read. */
    private Buildable<Route> upload(BooleanSpec paths, String name, URI url) {
        GatewayFilter breaker = breakers.of(name);
        return paths.filters(f -> f.filters(relay, breaker))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, IMPORT_MILLIS)
                .uri(url);
    }

    private Buildable<Route> open(BooleanSpec paths, String name, URI url) {
        GatewayFilter breaker = breakers.of(name);
        return paths.filters(f -> f.filter(breaker)).uri(url);
    }

    private Buildable<Route> socket(BooleanSpec paths, URI url) {
        return paths.filters(f -> f.filter(relay)).uri(url.toString().replaceFirst("^http", "ws"));
    }
}
