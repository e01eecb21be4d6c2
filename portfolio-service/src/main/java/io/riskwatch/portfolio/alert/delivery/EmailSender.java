package io.riskwatch.portfolio.alert.delivery;

import io.riskwatch.portfolio.access.PublicUrl;
import io.riskwatch.portfolio.alert.channel.Channel;
import io.riskwatch.portfolio.alert.channel.Channels;
import io.riskwatch.portfolio.alert.mail.AlertMailer;
import io.riskwatch.portfolio.alert.mail.MailFailed;
import io.riskwatch.portfolio.alert.mail.MailPage;
import io.riskwatch.portfolio.organisation.Organisations;
import io.riskwatch.portfolio.portfolio.Grants;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Alerts as e-mail: one each, or all that quiet hours held back in one. */
@Component
class EmailSender {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss z", Locale.ENGLISH);

    private final Channels channels;
    private final Grants grants;
    private final Organisations organisations;
    private final AlertMailer mailer;
    private final PublicUrl publicUrl;

    EmailSender(
            Channels channels, Grants grants, Organisations organisations, AlertMailer mailer, PublicUrl publicUrl) {
        this.channels = channels;
        this.grants = grants;
        this.organisations = organisations;
        this.mailer = mailer;
        this.publicUrl = publicUrl;
    }

    /** @param first which gives the message its id; what is sent again after a crash has the same */
    Sent send(UUID userId, Delivery first, List<Alert> alerts) {
        var channel = channels.of(userId);
        var address = channels.address(userId);
        var blocked = blocked(channel, address, first);
        if (blocked.isPresent()) {
            return new Sent(Outcome.Verdict.NOT_WANTED, null, blocked.get());
        }
        var readable = readable(userId, alerts);
        if (readable.isEmpty() && !first.isTest()) {
            return new Sent(Outcome.Verdict.NOT_WANTED, null, "They may not see any more what it is about.");
        }
        try {
            mailer.send(address.orElseThrow(), first.id().toString(), page(first, readable, zone(channel)));
            return new Sent(Outcome.Verdict.DELIVERED, null, null);
        } catch (MailFailed e) {
            return new Sent(Outcome.Verdict.FAILED, null, e.reason());
        }
    }

    /** Those the person may see still: since an alert was held back, a grant may have been taken. */
    private List<Alert> readable(UUID userId, List<Alert> alerts) {
        var member = organisations.membership(userId, Tenancy.current().orElseThrow());
        return alerts.stream()
                .filter(alert -> member.filter(grants.audienceOf(alert.portfolioId())::includes)
                        .isPresent())
                .toList();
    }

    private Optional<String> blocked(Channel channel, Optional<String> address, Delivery delivery) {
        if (!channel.emailEnabled() && !delivery.isTest()) {
            return Optional.of("E-mail has been switched off.");
        }
        return address.isPresent() ? Optional.empty() : Optional.of("There is no e-mail address any more.");
    }

    /** Of the quiet hours, which is where the reader's clocks are. */
    private static ZoneId zone(Channel channel) {
        return channel.quietHours() == null
                ? ZoneOffset.UTC
                : channel.quietHours().zone();
    }

    private MailPage page(Delivery delivery, List<Alert> alerts, ZoneId zone) {
        var why = "You get this because alerts by e-mail are switched on in Riskwatch; switch them off at "
                + publicUrl.at("/alerts") + ". It is a calculation, not advice.";
        if (delivery.isTest()) {
            return new MailPage(
                    "Riskwatch: a test",
                    "This is the test you asked for: alerts will arrive at this address.",
                    List.of(),
                    null,
                    publicUrl.at("/alerts"),
                    why);
        }
        var one = alerts.size() == 1;
        return new MailPage(
                one ? alerts.getFirst().title() : "Riskwatch: %d alerts".formatted(alerts.size()),
                one ? "An alert of yours has fired." : "These alerts fired in your quiet hours.",
                alerts.stream()
                        .map(alert -> new MailPage.Item(alert.title(), alert.message(), time(alert.observedAt(), zone)))
                        .toList(),
                null,
                publicUrl.at("/alerts"),
                why);
    }

    private static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }
}
