package io.riskwatch.service.security;

import java.util.List;

/** What a service answers without a token, on its own port, which the gateway does not route. */
public final class OpenPaths {

    public static final List<String> PATTERNS = List.of(
            "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml");

    private OpenPaths() {}
}
