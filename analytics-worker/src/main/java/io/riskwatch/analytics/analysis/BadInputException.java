package io.riskwatch.analytics.analysis;

/** The job cannot be answered as it was asked; trying again would not help. The message is written for the person who asked. */
public class BadInputException extends RuntimeException {

    private final String field;

    public BadInputException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field of the request that is at fault, for instance {@code parameters.benchmark}. */
    public String field() {
        return field;
    }
}
