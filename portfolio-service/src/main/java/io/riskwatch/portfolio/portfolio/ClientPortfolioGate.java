package io.riskwatch.portfolio.portfolio;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The door of {@code /api/v1/portfolios/{id}} and everything below it: whoever was not granted a client's portfolio finds
 * none of its paths, and whoever may only read it changes nothing there.
 */
@Component
class ClientPortfolioGate implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> CHANGES = Set.of("PUT", "PATCH", "DELETE");

    private final Grants grants;

    ClientPortfolioGate(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/portfolios/{id}", "/api/v1/portfolios/{id}/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!Sight.current().all()
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id
                && isUuid(id)) {
            grants.require(
                    UUID.fromString(id), CHANGES.contains(request.getMethod()) ? GrantScope.TRADE : GrantScope.READ);
        }
        return true;
    }

    /** What is none is for the controller to refuse. */
    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
