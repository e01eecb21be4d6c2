package io.riskwatch.portfolio.alert;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** A mail server that keeps what it is given, one for all tests of the module. */
public final class MailCatcher {

    private static final MailCatcher ONLY = new MailCatcher();

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private MailCatcher() {
        server.start();
    }

    public static int port() {
        return ONLY.server.getSmtp().getPort();
    }

    /** What was sent to an address, in the order it came. */
    public static List<Mail> sentTo(String address) {
        return Arrays.stream(ONLY.server.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .map(MailCatcher::mail)
                .toList();
    }

    /** @param text all parts, as they were sent */
    public record Mail(String subject, String id, String text) {}

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                    .anyMatch(to -> to.toString().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mail mail(MimeMessage message) {
        try {
            return new Mail(message.getSubject(), message.getMessageID(), GreenMailUtil.getWholeMessage(message));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
