package io.riskwatch.portfolio.alert.channel;

import io.riskwatch.portfolio.alert.webhook.WebhookAddress;
import io.riskwatch.portfolio.alert.webhook.WebhookSettings;
import io.riskwatch.portfolio.portfolio.Grants;
import io.riskwatch.service.problem.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and deletes webhooks, and their secrets. */
@Service
class WebhookService {

    /** As long as a receiver may take to exchange its secret. */
    private static final Duration FORMER_SECRET_LIFE = Duration.ofHours(24);

    private static final String SECRET_PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;

    private final Webhooks webhooks;
    private final WebhookSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookService(Webhooks webhooks, WebhookSettings settings, Clock clock) {
        this.webhooks = webhooks;
        this.settings = settings;
        this.clock = clock;
    }

    /** A webhook with the one showing of its secret. */
    record Made(Webhook webhook, String secret) {}

    /** A new secret with the one showing of it. */
    record Exchanged(String secret, Instant formerUntil) {}

    @Transactional
    Made create(Webhooks.Said said) {
        Grants.requireAll();
        check(said);
        if (webhooks.count() >= settings.perOrganisation()) {
            throw ProblemException.conflict("An organisation has at most " + settings.perOrganisation() + " webhooks.");
        }
        var secret = secret();
        return new Made(webhooks.insert(UUID.randomUUID(), said, secret), secret);
    }

    /** @param expected whether the webhook is still the one the client read */
    @Transactional
    Webhook change(UUID id, Predicate<Webhook> expected, Webhooks.Said said) {
        requireUnchanged(locked(id), expected);
        check(said);
        return webhooks.change(id, said);
    }

    /** What still waits for it goes with it. */
    @Transactional
    void delete(UUID id, Predicate<Webhook> expected) {
        requireUnchanged(locked(id), expected);
        webhooks.delete(id);
    }

    @Transactional
    Exchanged exchangeSecret(UUID id) {
        locked(id);
        var secret = secret();
        var until = clock.instant().plus(FORMER_SECRET_LIFE).truncatedTo(ChronoUnit.SECONDS);
        webhooks.exchangeSecret(id, secret, until);
        return new Exchanged(secret, until);
    }

    /** Alerts of all clients are posted to it, so that who does not see them all changes nothing about it. */
    private Webhook locked(UUID id) {
        var webhook = webhooks.lock(id);
        Grants.requireAll();
        return webhook;
    }

    private void check(Webhooks.Said said) {
        try {
            WebhookAddress.parse(said.url(), settings.toPrivateAddresses());
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable("url", String.valueOf(e.getMessage()));
        }
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return SECRET_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void requireUnchanged(Webhook webhook, Predicate<Webhook> expected) {
        if (!expected.test(webhook)) {
            throw ProblemException.preconditionFailed("The webhook was changed since it was read; read it again.");
        }
    }
}
