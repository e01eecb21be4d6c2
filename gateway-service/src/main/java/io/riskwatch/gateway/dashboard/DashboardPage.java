package io.riskwatch.gateway.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.resource.PathResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolverChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers addresses that only the dashboard's router knows, such as {@code /portfolios/7}, with its page. A program that
 * does not ask for a page, and a file that is missing, get 404.
 */
class DashboardPage extends PathResourceResolver {

    private static final List<String> NEVER_PAGES =
            List.of("api/", "ws/", "auth/", "oauth2/", "actuator/", "internal/", "docs/", "assets/", "v3/", "webjars/");

    private final Resource page;

    DashboardPage(Resource page) {
        this.page = page;
    }

    @Override
    protected Mono<Resource> resolveResourceInternal(
            @Nullable ServerWebExchange exchange,
            String requestPath,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return super.resolveResourceInternal(exchange, requestPath, locations, chain)
                .switchIfEmpty(Mono.fromSupplier(() -> page)
                        .filter(found -> exchange != null && wantsPage(exchange, requestPath) && found.exists()));
    }

    private static boolean wantsPage(ServerWebExchange exchange, String path) {
        boolean file = StringUtils.getFilenameExtension(path) != null;
        return !file
                && NEVER_PAGES.stream().noneMatch(path::startsWith)
                && exchange.getRequest().getHeaders().getAccept().stream()
                        .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    }
}
