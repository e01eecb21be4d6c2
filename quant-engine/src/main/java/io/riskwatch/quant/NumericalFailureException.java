package io.riskwatch.quant;

/** A numerical method did not reach its answer; the message says what was tried and how far it came. */
public final class NumericalFailureException extends ArithmeticException {
    /** What was tried, how far it came, and on which input. */
    public NumericalFailureException(String message) {
        super(message);
    }
}
