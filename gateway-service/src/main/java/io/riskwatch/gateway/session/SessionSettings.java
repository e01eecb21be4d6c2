package io.riskwatch.gateway.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The gateway as an OAuth client.
 *
 * @param clientSecret secret of the client {@code gateway}; has no default anywhere
 * @param refreshEarly how long before its end an access token is renewed
 * @param callTimeout how long the authorization server may take for one answer
 */
@ConfigurationProperties("riskwatch.gateway")
public record SessionSettings(String clientSecret, Duration refreshEarly, Duration callTimeout) {

    private static final int SHORTEST_SECRET = 32;

    public SessionSettings {
        if (clientSecret == null || clientSecret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("RISKWATCH_GATEWAY_SECRET must be set to a random secret of at least "
                    + SHORTEST_SECRET + " characters (./riskwatch up makes one; elsewhere: openssl rand -hex 32)");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SessionSettings[refreshEarly=" + refreshEarly + ", callTimeout=" + callTimeout + "]";
    }
}
