package io.riskwatch.portfolio.alert.delivery;

import io.riskwatch.portfolio.access.RateLimit;
import io.riskwatch.portfolio.alert.channel.Channels;
import io.riskwatch.portfolio.alert.channel.Webhooks;
import io.riskwatch.portfolio.alert.mail.AlertMailer;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.portfolio.Grants;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tests of the ways alerts go, and the log of a webhook. */
@RestController
@RequestMapping("/api/v1/alert-channels")
@Tag(name = "Alerts")
class TestController {

    private static final int TESTS = 10;
    private static final Duration TESTS_WITHIN = Duration.ofMinutes(10);

    private final Alerts alerts;
    private final TestDeliveries tests;
    private final Deliveries deliveries;
    private final Channels channels;
    private final Webhooks webhooks;
    private final AlertMailer mailer;
    private final RateLimit limit = new RateLimit(TESTS, TESTS_WITHIN);

    TestController(
            Alerts alerts,
            TestDeliveries tests,
            Deliveries deliveries,
            Channels channels,
            Webhooks webhooks,
            AlertMailer mailer) {
        this.alerts = alerts;
        this.tests = tests;
        this.deliveries = deliveries;
        this.channels = channels;
        this.webhooks = webhooks;
        this.mailer = mailer;
    }

    @Operation(
            summary = "Send a test e-mail",
            description = "Sent even while e-mail is switched off; GET deliveries/{id} tells how it went.")
    @PostMapping("/email/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AlertView.DeliveryView testEmail() {
        var caller = Caller.current();
        if (!mailer.available()) {
            throw ProblemException.conflict("No mail server is set up here, so that nothing can be sent.");
        }
        if (channels.address(caller.userId()).isEmpty()) {
            throw ProblemException.conflict("Your account has no e-mail address; add one.");
        }
        count(caller);
        return AlertView.DeliveryView.of(tests.send(Delivery.Way.EMAIL, caller.userId()), null);
    }

    @Operation(
            summary = "Send a test to a webhook",
            description = "Sent even while it is switched off; GET deliveries/{id} tells how it went.")
    @PostMapping("/webhooks/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AlertView.DeliveryView testWebhook(@PathVariable UUID id) {
        webhooks.require(id);
        Grants.requireAll();
        count(Caller.current());
        return AlertView.DeliveryView.of(tests.send(Delivery.Way.WEBHOOK, id), null);
    }

    @Operation(summary = "What was posted to a webhook, the newest first")
    @GetMapping("/webhooks/{id}/deliveries")
    Page<AlertView.DeliveryView> deliveries(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        webhooks.require(id);
        Grants.requireAll();
        return new Page<>(
                deliveries.ofWebhook(id, limit).stream()
                        .map(delivery -> AlertView.DeliveryView.of(delivery, null))
                        .toList(),
                null);
    }

    @Operation(summary = "One delivery with its attempts")
    @GetMapping("/deliveries/{id}")
    AlertView.DeliveryView delivery(@PathVariable UUID id) {
        var delivery = deliveries.require(id);
        var alert = delivery.alertId();
        if (alert != null) {
            alerts.require(alert);
        }
        return AlertView.DeliveryView.of(delivery, deliveries.log(id));
    }

    private void count(Caller caller) {
        limit.take(caller.organisationId().toString()).ifPresent(wait -> {
            throw ProblemException.tooManyRequests(wait, "At most %d tests in ten minutes.".formatted(TESTS));
        });
    }
}
