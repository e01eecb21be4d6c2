package io.riskwatch.portfolio.margin.account;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** Knows of portfolios whose loan somebody said, instead of leaving it to what the cash owes. */
@FunctionalInterface
public interface SetLoan {

    /** In the portfolio's base currency, at least 0; empty when nobody said one. */
    Optional<BigDecimal> of(UUID portfolioId);
}
