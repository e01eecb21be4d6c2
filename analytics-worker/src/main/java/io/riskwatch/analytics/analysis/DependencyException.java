package io.riskwatch.analytics.analysis;

/** A service or server the job needs does not answer; another try later may work. */
public class DependencyException extends RuntimeException {

    public DependencyException(String message, Throwable cause) {
        super(message, cause);
    }

    public DependencyException(String message) {
        super(message);
    }
}
