package io.riskwatch.portfolio.portfolio;

import java.util.UUID;

/**
 * A portfolio is changed by the current transaction: its ledger, its accounts, its name, or it is made or deleted. Published inside the
 * transaction, perhaps several times; whoever wants to see the change hears of it after the commit.
 */
public record PortfolioChanged(UUID organisationId, UUID portfolioId) {}
