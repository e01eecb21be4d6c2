package io.riskwatch.portfolio.margin.rate;

import java.util.UUID;

/** Rates or terms of an organisation were changed; published inside the transaction that changed them. */
public record MarginRatesChanged(UUID organisationId) {}
