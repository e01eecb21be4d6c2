package io.riskwatch.portfolio.margin.account;

import io.riskwatch.portfolio.margin.intraday.IntradayDeficit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Remembers the intraday deficits of margin accounts for who shows them. */
public interface KeptDeficits {

    /** Of a portfolio of the current organisation, in a currency, from a day on; the latest day first. */
    List<IntradayDeficit> of(UUID portfolioId, String currency, LocalDate since);
}
