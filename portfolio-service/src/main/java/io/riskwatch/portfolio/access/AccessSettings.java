package io.riskwatch.portfolio.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What access is set up with. A secret has no default: without it the service does not start and says which one.
 *
 * @param gatewaySecret secret of the OAuth client {@code gateway}
 * @param workerSecret secret of the OAuth client {@code analytics-worker}
 * @param keySecret what encrypts the signing keys in the database
 * @param localCliSecret secret of the client {@code local-cli}; without it there is neither that client nor its demo user
 * @param accessTokenLife how long an access token counts; more than the 60 seconds of clock skew everyone allows
 * @param refreshTokenLife how long a browser stays signed in
 * @param demoLife how long a guest's organisation lives
 */
@ConfigurationProperties("riskwatch.access")
public record AccessSettings(
        String gatewaySecret,
        String workerSecret,
        String keySecret,
        @Nullable String localCliSecret,
        Duration accessTokenLife,
        Duration refreshTokenLife,
        Duration demoLife,
        int guestsPerAddressAndHour,
        int signUpsPerAddressAndHour) {

    private static final int SHORTEST_SECRET = 32;

    public AccessSettings {
        required("RISKWATCH_GATEWAY_SECRET", gatewaySecret);
        required("RISKWATCH_WORKER_SECRET", workerSecret);
        required("RISKWATCH_KEY_SECRET", keySecret);
        localCliSecret = localCliSecret == null || localCliSecret.isBlank() ? null : localCliSecret;
        if (localCliSecret != null) {
            required("RISKWATCH_LOCAL_CLI_SECRET", localCliSecret);
        }
        if (accessTokenLife.compareTo(Duration.ofSeconds(60)) <= 0) {
            throw new IllegalArgumentException("riskwatch.access.access-token-life must be longer than 60 s, was "
                    + accessTokenLife + ": clients refresh 60 s early, so that every request would refresh");
        }
        if (demoLife.isNegative() || demoLife.isZero() || guestsPerAddressAndHour < 1 || signUpsPerAddressAndHour < 1) {
            throw new IllegalArgumentException("riskwatch.access: demo-life and the limits per hour must be positive");
        }
    }

    private static void required(String name, @Nullable String secret) {
        if (secret == null || secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(name + " must be set to a random secret of at least " + SHORTEST_SECRET
                    + " characters (./riskwatch up makes one; elsewhere: openssl rand -hex 32)");
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "AccessSettings[accessTokenLife=" + accessTokenLife + ", refreshTokenLife=" + refreshTokenLife
                + ", demoLife=" + demoLife + ", localCli=" + (localCliSecret != null) + "]";
    }
}
