package io.riskwatch.portfolio.alert.channel;

import io.riskwatch.portfolio.alert.webhook.WebhookSettings;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.service.idempotency.NotKept;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks over HTTP. */
@RestController
@RequestMapping(WebhookController.PATH)
@Tag(name = "Alerts")
class WebhookController {

    static final String PATH = "/api/v1/alert-channels/webhooks";

    private final WebhookService service;
    private final Webhooks webhooks;
    private final WebhookSettings settings;

    WebhookController(WebhookService service, Webhooks webhooks, WebhookSettings settings) {
        this.service = service;
        this.webhooks = webhooks;
        this.settings = settings;
    }

    record WebhookRequest(
            @Schema(description = "https, of a host of the public internet", example = "https://example.com/alerts")
            @NotBlank
            @Size(max = 2000)
            String url,

            @Size(max = 120) @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters") @Nullable
            String description,

            @Schema(description = "Whether it is told like a person, after quiet hours; false unless said otherwise")
            @Nullable
            Boolean observesQuietHours,

            @Schema(description = "Whether it is called; true unless said otherwise") @Nullable
            Boolean enabled) {

        Webhooks.Said said() {
            return new Webhooks.Said(
                    url.strip(),
                    description == null || description.isBlank() ? null : description.strip(),
                    Boolean.TRUE.equals(observesQuietHours),
                    enabled == null || enabled);
        }
    }

    /** A webhook as its organisation sees it. */
    record WebhookView(
            UUID id,
            String url,
            @Nullable String description,
            boolean observesQuietHours,
            boolean enabled,
            @Nullable String disabledBecause,
            int failuresInARow,
            @Nullable Instant formerSecretUntil,
            Instant createdAt) {

        static WebhookView of(Webhook webhook) {
            return new WebhookView(
                    webhook.id(),
                    webhook.url(),
                    webhook.description(),
                    webhook.observesQuietHours(),
                    webhook.enabled(),
                    webhook.disabledBecause(),
                    webhook.failuresInARow(),
                    webhook.formerSecretUntil(),
                    webhook.createdAt());
        }
    }

    /** A new webhook; its secret is shown here and never again. */
    record CreatedWebhookView(WebhookView webhook, String secret) {}

    /** A new secret, shown here and never again; requests are signed with the former one as well until then. */
    record WebhookSecretView(String secret, Instant formerSecretUntil) {}

    @Operation(summary = "The organisation's webhooks, the oldest first")
    @GetMapping
    Page<WebhookView> webhooks() {
        return new Page<>(
                webhooks.all(settings.perOrganisation()).stream()
                        .map(WebhookView::of)
                        .toList(),
                null);
    }

    @Operation(
            summary = "Have alerts posted to an address",
            description =
                    "Each request is signed with the secret that is shown here once: docs/alerts.md says how to check"
                            + " it.")
    @PostMapping
    ResponseEntity<CreatedWebhookView> create(@RequestBody @Valid WebhookRequest request, HttpServletRequest http) {
        NotKept.mark(http);
        var made = service.create(request.said());
        return ResponseEntity.created(URI.create(PATH + "/" + made.webhook().id()))
                .eTag(etag(made.webhook()))
                .body(new CreatedWebhookView(WebhookView.of(made.webhook()), made.secret()));
    }

    @GetMapping("/{id}")
    ResponseEntity<WebhookView> webhook(@PathVariable UUID id) {
        return answer(webhooks.require(id));
    }

    @Operation(
            summary = "Change a webhook, switch it off or on again",
            description = "One that was switched off after failures goes on when it is saved as enabled.")
    @PutMapping("/{id}")
    ResponseEntity<WebhookView> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid WebhookRequest request) {
        return answer(service.change(id, expected(ifMatch), request.said()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        service.delete(id, expected(ifMatch));
    }

    @Operation(
            summary = "Exchange the secret",
            description = "For a day requests carry a signature by each, so that the receiver can change over.")
    @PostMapping("/{id}/secret")
    WebhookSecretView exchangeSecret(@PathVariable UUID id, HttpServletRequest http) {
        NotKept.mark(http);
        var exchanged = service.exchangeSecret(id);
        return new WebhookSecretView(exchanged.secret(), exchanged.formerUntil());
    }

    private static Predicate<Webhook> expected(@Nullable String ifMatch) {
        return before -> ifMatch == null || ifMatch.equals("*") || ifMatch.equals(etag(before));
    }

    private static ResponseEntity<WebhookView> answer(Webhook webhook) {
        return ResponseEntity.ok().eTag(etag(webhook)).body(WebhookView.of(webhook));
    }

    private static String etag(Webhook webhook) {
        return "\"" + webhook.version() + "\"";
    }
}
