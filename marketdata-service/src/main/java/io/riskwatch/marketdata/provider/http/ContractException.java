package io.riskwatch.marketdata.provider.http;

/** An answer is not what was agreed. The message names the place, never the whole answer. */
public final class ContractException extends Exception {
    private static final long serialVersionUID = 1L;

    public ContractException(String message) {
        super(message);
    }
}
