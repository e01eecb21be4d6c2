package io.riskwatch.portfolio.alert.channel;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the caller is told. */
record ChannelView(EmailView email, @Nullable QuietHoursView quietHours, int webhooksAllowed) {

    /**
     * E-mail.
     *
     * @param available whether this installation can send any
     * @param unavailableBecause why nothing is sent although it is enabled
     * @param address where it goes: the account's own, unless another was proved
     * @param ofAccount whether that is the account's own
     * @param pendingAddress one that was sent a code
     */
    record EmailView(
            boolean available,
            boolean enabled,
            @Nullable String unavailableBecause,
            @Nullable String address,
            boolean ofAccount,
            @Nullable String pendingAddress) {}

    /** Hours in which nothing is sent but what is urgent, if that is wanted; it follows at their end, all in one. */
    record QuietHoursView(
            @Schema(example = "22:00") String from,
            @Schema(example = "07:00") String to,
            @Schema(example = "Europe/Berlin") String zone,
            boolean urgentPasses) {}

    static ChannelView of(Channel channel, @Nullable String address, boolean available, int webhooks) {
        var quiet = channel.quietHours();
        var missing = !available
                ? "No mail server is set up here."
                : address == null ? "Your account has no e-mail address; add one." : null;
        return new ChannelView(
                new EmailView(
                        available,
                        channel.emailEnabled(),
                        missing,
                        address,
                        channel.email() == null && address != null,
                        channel.pending() == null ? null : channel.pending().email()),
                quiet == null
                        ? null
                        : new QuietHoursView(
                                quiet.from().toString(),
                                quiet.to().toString(),
                                quiet.zone().getId(),
                                quiet.urgentPasses()),
                webhooks);
    }
}
