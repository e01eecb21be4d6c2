package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.intraday.IntradayDeficit;
import java.util.UUID;

/**
 * What a transaction did to the level of an account.
 *
 * @param from the count of the account's changes before it
 * @param to the count with it
 */
record LevelMove(
        UUID organisationId, UUID portfolioId, String currency, long from, long to, IntradayDeficit.Move move) {}
