package io.riskwatch.portfolio.alert.channel;

import io.riskwatch.portfolio.alert.mail.AlertMailer;
import io.riskwatch.portfolio.alert.webhook.WebhookSettings;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the caller is told, over HTTP. */
@RestController
@RequestMapping("/api/v1/alert-channels")
@Tag(name = "Alerts")
class ChannelController {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    private final ChannelService service;
    private final Channels channels;
    private final AlertMailer mailer;
    private final WebhookSettings webhooks;

    ChannelController(ChannelService service, Channels channels, AlertMailer mailer, WebhookSettings webhooks) {
        this.service = service;
        this.channels = channels;
        this.mailer = mailer;
        this.webhooks = webhooks;
    }

    record ChannelRequest(
            @NotNull Boolean emailEnabled,

            @Schema(description = "Absent: there are none") @Valid @Nullable
            QuietHoursRequest quietHours) {}

    record QuietHoursRequest(
            @NotNull @Pattern(regexp = TIME, message = "must be a time of day such as 22:00")
            String from,

            @NotNull @Pattern(regexp = TIME, message = "must be a time of day such as 07:00")
            String to,

            @NotBlank @Size(max = 64) String zone,

            @Schema(description = "Whether urgent alerts are sent all the same; true unless said otherwise") @Nullable
            Boolean urgentPasses) {

        QuietHours hours() {
            if (from.equals(to)) {
                throw ProblemException.unprocessable("quietHours.to", "must differ from quietHours.from");
            }
            try {
                return new QuietHours(
                        LocalTime.parse(from),
                        LocalTime.parse(to),
                        ZoneId.of(zone),
                        urgentPasses == null || urgentPasses);
            } catch (DateTimeException e) {
                throw ProblemException.unprocessable(
                        "quietHours.zone", "'" + zone + "' is not a time zone such as Europe/Berlin");
            }
        }
    }

    record AddressRequest(
            @NotBlank
            @Email
            @Size(max = 254)
            @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
            String address) {}

    record CodeRequest(
            @NotBlank @Pattern(regexp = "\\d{8}", message = "must be the eight digits that were sent")
            String code) {}

    @Operation(summary = "How you are told of alerts")
    @GetMapping
    ResponseEntity<ChannelView> channel() {
        return answer(channels.of(Caller.current().userId()));
    }

    @Operation(summary = "Change how you are told")
    @PutMapping
    ResponseEntity<ChannelView> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ChannelRequest request) {
        Predicate<Channel> expected = before -> ifMatch == null || ifMatch.equals("*") || ifMatch.equals(etag(before));
        return answer(service.change(
                Caller.current().userId(),
                expected,
                request.emailEnabled(),
                request.quietHours() == null ? null : request.quietHours().hours()));
    }

    @Operation(
            summary = "Have a code sent to another address",
            description = "Alerts go there once the code is typed in; at most one code a minute.")
    @PostMapping("/email/address")
    ResponseEntity<ChannelView> address(@RequestBody @Valid AddressRequest request) {
        var channel = service.ask(Caller.current().userId(), request.address().strip());
        return ResponseEntity.status(HttpStatus.ACCEPTED).eTag(etag(channel)).body(view(channel));
    }

    @Operation(summary = "Type in the code that was sent")
    @PostMapping("/email/verification")
    ResponseEntity<ChannelView> verify(@RequestBody @Valid CodeRequest request) {
        return answer(service.verify(Caller.current().userId(), request.code()));
    }

    @Operation(summary = "Back to the address of your account")
    @DeleteMapping("/email/address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetAddress() {
        service.forgetAddress(Caller.current().userId());
    }

    private ResponseEntity<ChannelView> answer(Channel channel) {
        return ResponseEntity.ok().eTag(etag(channel)).body(view(channel));
    }

    private ChannelView view(Channel channel) {
        return ChannelView.of(
                channel,
                channels.address(channel.userId()).orElse(null),
                mailer.available(),
                webhooks.perOrganisation());
    }

    private static String etag(Channel channel) {
        return "\"" + channel.version() + "\"";
    }
}
