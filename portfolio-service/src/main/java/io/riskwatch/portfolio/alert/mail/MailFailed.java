package io.riskwatch.portfolio.alert.mail;

/** A message was not taken; its text is for who wanted it sent. */
public final class MailFailed extends RuntimeException {

    private final String reason;

    MailFailed(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
