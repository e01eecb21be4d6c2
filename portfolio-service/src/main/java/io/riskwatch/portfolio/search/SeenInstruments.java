package io.riskwatch.portfolio.search;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.marketdata.Instrument;
import io.riskwatch.portfolio.marketdata.MarketData;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the securities of an organisation are called, so that they are found by name. Learnt from the market when somebody
 * searches, a bounded number at a time, and never inside the transaction that searches.
 */
@Service
class SeenInstruments {

    private static final int AT_A_TIME = 100;

    private final JdbcTemplate jdbc;
    private final MarketData marketData;
    private final TransactionOperations inTransaction;

    SeenInstruments(JdbcTemplate jdbc, MarketData marketData, TransactionOperations inTransaction) {
        this.jdbc = jdbc;
        this.marketData = marketData;
        this.inTransaction = inTransaction;
    }

    /** Learns names that are missing. Away market data only means that they are not found by name yet. */
    void learn() {
        var missing = inTransaction.execute(status -> jdbc.queryForList(
                "select distinct t.symbol from ledger_transaction t where t.organisation_id = ? and t.symbol is not null"
                        + " and not exists (select 1 from seen_instrument s where s.organisation_id = t.organisation_id"
                        + " and s.symbol = t.symbol and s.asked_at > now() - interval '1 day') order by 1 limit ?",
                String.class,
                organisation(),
                AT_A_TIME));
        if (missing != null && !missing.isEmpty()) {
            var known = marketData.instruments(missing);
            keep(missing, List.copyOf(known.values()));
        }
    }

    private void keep(List<String> asked, List<Instrument> known) {
        inTransaction.executeWithoutResult(status -> {
            jdbc.batchUpdate(
                    "insert into seen_instrument (organisation_id, symbol) values (?, ?)"
                            + " on conflict (organisation_id, symbol) do update set asked_at = now()",
                    asked.stream()
                            .map(symbol -> new Object[] {organisation(), symbol})
                            .toList());
            jdbc.batchUpdate(
                    "update seen_instrument set name = ? where organisation_id = ? and symbol = ?",
                    known.stream()
                            .map(instrument -> new Object[] {instrument.name(), organisation(), instrument.symbol()})
                            .toList());
        });
    }
}
