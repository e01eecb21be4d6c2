package io.riskwatch.marketdata.provider;

import java.time.Duration;

/** Why a provider gave no value. The detail is free of keys and short enough for a log line. */
public sealed interface ProviderError {

    String detail();

    /** The class of the error, as the list of providers names it. */
    Kind kind();

    /** Names of the classes. */
    enum Kind {
        AUTH,
        RATE_LIMITED,
        NOT_FOUND,
        PLAN,
        UPSTREAM,
        CONTRACT
    }

    /** The key is missing, wrong or withdrawn. */
    record Auth(String detail) implements ProviderError {
        @Override
        public Kind kind() {
            return Kind.AUTH;
        }
    }

    /**
     * The budget is spent, ours or theirs.
     *
     * @param retryAfter the time after which it may be asked again
     */
    record RateLimited(Duration retryAfter, String detail) implements ProviderError {
        @Override
        public Kind kind() {
            return Kind.RATE_LIMITED;
        }
    }

    /** The provider does not know the instrument. */
    record NotFound(String detail) implements ProviderError {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    /** The plan behind the key does not include what was asked. */
    record Plan(String detail) implements ProviderError {
        @Override
        public Kind kind() {
            return Kind.PLAN;
        }
    }

    /** No answer, or an error of theirs: asking again later may help. */
    record Upstream(String detail) implements ProviderError {
        @Override
        public Kind kind() {
            return Kind.UPSTREAM;
        }
    }

    /** An answer that is not what was agreed: nothing of it may be used. */
    record Contract(String detail) implements ProviderError {
        @Override
        public Kind kind() {
            return Kind.CONTRACT;
        }
    }
}
