package io.riskwatch.localstack.process;

import org.jspecify.annotations.Nullable;

/** Something of the local stack could not be started or used; the message is written for the person at the terminal. */
public class StackException extends RuntimeException {

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
