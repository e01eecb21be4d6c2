package io.riskwatch.quant;

/**
 * The measure has no value on this input although the input itself is lawful: the Sharpe ratio of returns that never
 * vary, the beta against a benchmark that never moves. The message says which measure and why, in words a report may
 * print in place of the number.
 */
public final class UndefinedMeasureException extends IllegalArgumentException {
    /** Which measure and why, e.g. "Sharpe ratio has no value: the returns never vary". */
    public UndefinedMeasureException(String message) {
        super(message);
    }
}
