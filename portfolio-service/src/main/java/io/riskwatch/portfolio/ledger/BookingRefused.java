package io.riskwatch.portfolio.ledger;

/** A booking that cannot be: names the field, the rule and the value. */
public final class BookingRefused extends RuntimeException {

    private final String field;

    public BookingRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field as the API and the file call it. */
    public String field() {
        return field;
    }

    /** The rule and the value, in words for the user. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
