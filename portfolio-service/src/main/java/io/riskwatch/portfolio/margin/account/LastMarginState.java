package io.riskwatch.portfolio.margin.account;

import io.riskwatch.portfolio.margin.MarginState;
import java.util.Optional;
import java.util.UUID;

/** Remembers the state an account had, so that everybody sees it fall back at the same place. */
@FunctionalInterface
public interface LastMarginState {

    /** Empty of an account that has not been judged yet. */
    Optional<MarginState> of(UUID portfolioId);
}
