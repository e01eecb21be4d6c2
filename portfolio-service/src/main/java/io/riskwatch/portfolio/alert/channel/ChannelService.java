package io.riskwatch.portfolio.alert.channel;

import io.riskwatch.portfolio.access.PublicUrl;
import io.riskwatch.portfolio.alert.mail.AlertMailer;
import io.riskwatch.portfolio.alert.mail.MailFailed;
import io.riskwatch.portfolio.alert.mail.MailPage;
import io.riskwatch.service.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes how somebody is told, and finds out whether another address is theirs. */
@Service
class ChannelService {

    private static final Duration CODE_LIFE = Duration.ofMinutes(30);
    /** Between two codes: nobody's letter box is filled through us. */
    private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);

    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);
    private static final int MOST_TRIES = 5;
    private static final int CODES = 100_000_000;

    private final Channels channels;
    private final AlertMailer mailer;
    private final PublicUrl publicUrl;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    ChannelService(
            Channels channels,
            AlertMailer mailer,
            PublicUrl publicUrl,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.channels = channels;
        this.mailer = mailer;
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param expected whether the settings are still those the client read */
    Channel change(UUID userId, Predicate<Channel> expected, boolean emailEnabled, @Nullable QuietHours quiet) {
        transaction.executeWithoutResult(status -> {
            if (!expected.test(channels.lock(userId))) {
                throw ProblemException.preconditionFailed(
                        "The settings were changed since they were read; read them again.");
            }
            channels.change(userId, emailEnabled, quiet);
        });
        return channels.of(userId);
    }

    /** Sends a code to an address; whoever reads it there may type it in here. */
    Channel ask(UUID userId, String address) {
        if (!mailer.available()) {
            throw ProblemException.conflict("No mail server is set up here, so that nothing can be sent.");
        }
        var now = clock.instant();
        var code = "%08d".formatted(random.nextInt(CODES));
        transaction.executeWithoutResult(status -> {
            var before = channels.lock(userId).pending();
            if (before != null && before.sentAt().plus(BETWEEN_CODES).isAfter(now)) {
                throw ProblemException.tooManyRequests(
                        Duration.between(now, before.sentAt().plus(BETWEEN_CODES)),
                        "A code was sent a moment ago; wait a minute before the next.");
            }
            channels.pending(userId, new Channel.Pending(address, hash(userId, code), now.plus(CODE_LIFE), 0, now));
        });
        try {
            mailer.send(address, UUID.randomUUID().toString(), page(code));
        } catch (MailFailed e) {
            throw ProblemException.unavailable(RETRY_AFTER, e.reason());
        }
        return channels.of(userId);
    }

    private MailPage page(String code) {
        return new MailPage(
                "Your code for Riskwatch",
                "Somebody wants the alerts of their Riskwatch account sent to this address. If that is you, type in"
                        + " this code within half an hour.",
                List.of(),
                code,
                publicUrl.at("/alerts"),
                "If it is not you, do nothing: without the code nothing is sent here.");
    }

    /** The address is theirs when the code is the one that was sent there. */
    Channel verify(UUID userId, String code) {
        var right = Boolean.TRUE.equals(transaction.execute(status -> {
            var pending = channels.lock(userId).pending();
            if (pending == null || pending.until().isBefore(clock.instant()) || pending.tries() >= MOST_TRIES) {
                throw ProblemException.conflict("No code is waited for, or its time is over; have one sent.");
            }
            if (!pending.codeHash().equals(hash(userId, code))) {
                channels.pending(
                        userId,
                        new Channel.Pending(
                                pending.email(),
                                pending.codeHash(),
                                pending.until(),
                                pending.tries() + 1,
                                pending.sentAt()));
                return false;
            }
            channels.pending(userId, null);
            channels.email(userId, pending.email());
            return true;
        }));
        if (!right) {
            throw ProblemException.unprocessable("code", "is not the one that was sent");
        }
        return channels.of(userId);
    }

    /** Back to the account's own address. */
    void forgetAddress(UUID userId) {
        transaction.executeWithoutResult(status -> {
            channels.lock(userId);
            channels.pending(userId, null);
            channels.email(userId, null);
        });
    }

    private static String hash(UUID userId, String code) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((userId + ":" + code).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
