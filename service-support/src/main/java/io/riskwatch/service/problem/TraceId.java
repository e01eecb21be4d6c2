package io.riskwatch.service.problem;

import java.util.Optional;

/** The id under which the current request can be found in the logs. */
@FunctionalInterface
public interface TraceId {

    Optional<String> current();
}
