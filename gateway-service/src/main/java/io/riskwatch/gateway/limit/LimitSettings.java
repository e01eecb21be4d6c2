package io.riskwatch.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What one client may send.
 *
 * @param user requests of one user
 * @param address requests without a user, by address
 * @param signIn attempts to sign in or to get a token, by address
 * @param guest guests made, by address
 * @param proxies how many proxies of ours stand in front and append to X-Forwarded-For
 * @param json largest body but for uploads
 * @param form largest body of a sign-in page or token request
 * @param transactionFile largest file of transactions or holdings
 * @param priceFile largest file of prices
 */
@ConfigurationProperties("riskwatch.gateway.limits")
public record LimitSettings(
        Rate user,
        Rate address,
        Rate signIn,
        Rate guest,
        int proxies,
        DataSize json,
        DataSize form,
        DataSize transactionFile,
        DataSize priceFile) {

    /**
     * Requests that come steadily, and how many may come at once.
     *
     * @param requests how many in {@code per}
     * @param per the time for which {@code requests} are meant
     * @param burst how many at once after a rest
     */
    public record Rate(int requests, Duration per, int burst) {

        public Rate {
            if (requests < 1 || burst < 1 || per.toNanos() < 1) {
                throw new IllegalArgumentException(
                        "a rate needs requests, per and burst above zero, was " + requests + ", " + per + ", " + burst);
            }
        }

        long intervalMicros() {
            return Math.max(1, per.toNanos() / 1000 / requests);
        }
    }
}
