package io.riskwatch.portfolio.alert.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.portfolio.alert.channel.Webhooks;
import io.riskwatch.portfolio.alert.webhook.WebhookClient;
import io.riskwatch.portfolio.alert.webhook.WebhookSignature;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Alerts as signed requests. The body of a delivery is the same at every attempt; the signature is of the attempt. */
@Component
class WebhookSender {

    private final Webhooks webhooks;
    private final WebhookClient client;
    private final JsonMapper json;
    private final Clock clock;

    WebhookSender(Webhooks webhooks, WebhookClient client, JsonMapper json, Clock clock) {
        this.webhooks = webhooks;
        this.client = client;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The body of a request.
     *
     * @param id of the delivery, the same at every attempt: a receiver that has seen it has nothing to do
     * @param type {@code alert.raised}, {@code alert.digest} of several, or {@code alert.test} without one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(UUID id, String type, Instant createdAt, List<BodyAlert> alerts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BodyAlert(
            UUID alertId,
            @Nullable UUID ruleId,
            AlertTopic kind,
            String title,
            String message,
            boolean urgent,
            @Nullable String symbol,
            @Nullable UUID portfolioId,
            @Nullable String value,
            @Nullable String threshold,
            Instant observedAt,
            Instant at) {

        static BodyAlert of(Alert alert) {
            return new BodyAlert(
                    alert.id(),
                    alert.ruleId(),
                    alert.kind(),
                    alert.title(),
                    alert.message(),
                    alert.urgent(),
                    alert.symbol(),
                    alert.portfolioId(),
                    text(alert.value()),
                    text(alert.threshold()),
                    alert.observedAt(),
                    alert.raisedAt());
        }

        private static @Nullable String text(@Nullable BigDecimal value) {
            return value == null ? null : value.toPlainString();
        }
    }

    /** @param first which gives the request its id */
    Sent send(UUID webhookId, Delivery first, List<Alert> alerts) {
        var webhook = webhooks.find(webhookId);
        if (webhook.isEmpty() || (!webhook.get().enabled() && !first.isTest())) {
            return new Sent(Outcome.Verdict.NOT_WANTED, null, "The webhook is switched off.");
        }
        var type = first.isTest() ? "alert.test" : alerts.size() == 1 ? "alert.raised" : "alert.digest";
        var body = json.writeValueAsString(new Body(
                        first.id(),
                        type,
                        first.createdAt(),
                        alerts.stream().map(BodyAlert::of).toList()))
                .getBytes(StandardCharsets.UTF_8);
        var now = clock.instant();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Riskwatch-Delivery", first.id().toString());
        headers.put("Riskwatch-Event", type);
        headers.put("Riskwatch-Signature", WebhookSignature.of(webhooks.secrets(webhookId, now), now, body));
        var answer = client.post(webhook.get().url(), headers, body);
        var verdict = answer.taken()
                ? Outcome.Verdict.DELIVERED
                : answer.lasting() ? Outcome.Verdict.FAILED_FOR_GOOD : Outcome.Verdict.FAILED;
        return new Sent(
                verdict,
                answer.statusCode() == 0 ? null : answer.statusCode(),
                answer.taken() ? null : answer.problem());
    }
}
