package io.riskwatch.portfolio.alert.mail;

import io.riskwatch.portfolio.access.PublicUrl;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends e-mail through the SMTP server of {@code spring.mail.host}; without one there is no e-mail here, which is said. */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class AlertMailer {

    private static final int LONGEST_REASON = 300;

    private final @Nullable JavaMailSender sender;
    private final String from;
    private final String domain;

    AlertMailer(ObjectProvider<JavaMailSender> sender, MailSettings settings, PublicUrl publicUrl) {
        this.sender = sender.getIfAvailable();
        this.domain = publicUrl.publicUrl().getHost();
        this.from = settings.from() == null ? "Riskwatch <alerts@" + domain + ">" : settings.from();
    }

    /** Whether there is a server to send through. */
    public boolean available() {
        return sender != null;
    }

    /**
     * Hands a page to the server.
     *
     * @param id the same for the same message, however often it is handed over: it becomes its Message-ID
     * @throws MailFailed when the server did not take it
     */
    public void send(String to, String id, MailPage page) {
        if (sender == null) {
            throw new MailFailed("No mail server is set up.");
        }
        try {
            sender.send(message(sender.createMimeMessage(), to, id, page));
        } catch (MailException | MessagingException e) {
            throw new MailFailed(reason(e));
        }
    }

    private MimeMessage message(MimeMessage message, String to, String id, MailPage page) throws MessagingException {
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(to);
        helper.setSubject(page.subject());
        helper.setText(page.plain(), page.html());
        message.setHeader("Message-ID", "<" + id + "@" + domain + ">");
        // no answering machine answers it
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** The server's own words are in the innermost cause. */
    private static String reason(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var text = "The mail server did not take it: "
                + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }
}
