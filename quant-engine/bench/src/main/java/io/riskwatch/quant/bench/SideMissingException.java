package io.riskwatch.quant.bench;

/** A side that cannot take part here; the message says why. */
final class SideMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SideMissingException(String reason) {
        super(reason);
    }
}
