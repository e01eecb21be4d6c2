package io.riskwatch.portfolio.paper.order;

/** Terms that contradict themselves: names the field, the rule and the value. */
public final class TermsRefused extends RuntimeException {

    private final String field;

    TermsRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
