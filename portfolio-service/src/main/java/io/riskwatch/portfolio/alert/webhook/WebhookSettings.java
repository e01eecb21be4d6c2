package io.riskwatch.portfolio.alert.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are called.
 *
 * @param toPrivateAddresses for development and tests alone: plain http and addresses of one's own network are allowed
 * @param connectWithin how long a connection may take
 * @param answerWithin how long the whole call may take
 * @param perOrganisation how many an organisation may have
 * @param failuresUntilOff after as many failed attempts in a row it is switched off
 */
@ConfigurationProperties("riskwatch.alert.webhook")
public record WebhookSettings(
        @DefaultValue("false") boolean toPrivateAddresses,
        @DefaultValue("3s") Duration connectWithin,
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue("10") int perOrganisation,
        @DefaultValue("20") int failuresUntilOff) {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    public WebhookSettings {
        if (!connectWithin.isPositive()
                || connectWithin.compareTo(answerWithin) > 0
                || answerWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("riskwatch.alert.webhook: connect-within must be positive and at most"
                    + " answer-within, which must be at most " + LONGEST + ", were " + connectWithin + " and "
                    + answerWithin);
        }
        if (perOrganisation < 1 || failuresUntilOff < 1) {
            throw new IllegalArgumentException(
                    "riskwatch.alert.webhook: per-organisation and failures-until-off must be positive");
        }
    }
}
