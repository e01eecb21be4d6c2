package io.riskwatch.portfolio.transaction;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which bookings of a ledger have to do with each other, so that a change is played through these alone. */
@Repository
public class LedgerParts {

    private final JdbcClient jdbc;

    LedgerParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows of one security, or of one that brought a certain other. */
    private record Rows(@Nullable String symbol, @Nullable String newSymbol, LedgerPart part) {

        List<String> symbols() {
            return symbol == null ? List.of() : newSymbol == null ? List.of(symbol) : List.of(symbol, newSymbol);
        }
    }

    /** The parts of the portfolio's ledger as it is now. */
    @Transactional(readOnly = true)
    public List<LedgerPart> of(UUID portfolioId) {
        var rows = rows(portfolioId, -1);
        var groups = new HashMap<String, Set<String>>();
        rows.forEach(row -> tie(groups, row.symbols()));
        return together(rows, groups);
    }

    /** What the rows entered after the one with that sequence add to parts of the ledger; a part without any is not there. */
    @Transactional(readOnly = true)
    public List<LedgerPart> addedAfter(UUID portfolioId, long sequence, Collection<LedgerPart> parts) {
        var groups = new HashMap<String, Set<String>>();
        parts.forEach(part -> tie(groups, List.copyOf(part.symbols())));
        var rows = rows(portfolioId, sequence);
        rows.forEach(row -> tie(groups, row.symbols()));
        return together(rows, groups);
    }

    private static List<LedgerPart> together(List<Rows> rows, Map<String, Set<String>> groups) {
        var parts = new HashMap<Set<String>, LedgerPart>();
        for (var row : rows) {
            var symbols = row.symbol() == null ? Set.<String>of() : groups.getOrDefault(row.symbol(), Set.of());
            var part = row.part();
            parts.merge(
                    symbols, new LedgerPart(symbols, part.rows(), part.newest(), part.fingerprint()), LedgerPart::and);
        }
        return List.copyOf(parts.values());
    }

    /** The symbols of the parts that those belong to. */
    @Transactional(readOnly = true)
    public Set<String> tiedTo(UUID portfolioId, Collection<String> symbols) {
        var groups = new HashMap<String, Set<String>>();
        jdbc.sql("select distinct symbol, new_symbol from ledger_transaction"
                        + " where organisation_id = ? and portfolio_id = ? and new_symbol is not null")
                .params(organisation(), portfolioId)
                .query((row, number) -> List.of(row.getString("symbol"), row.getString("new_symbol")))
                .list()
                .forEach(tied -> tie(groups, tied));
        var all = new HashSet<>(symbols);
        symbols.forEach(symbol -> all.addAll(groups.getOrDefault(symbol, Set.of())));
        return all;
    }

    private static void tie(Map<String, Set<String>> groups, List<String> symbols) {
        var tied = new HashSet<>(symbols);
        symbols.forEach(symbol -> tied.addAll(groups.getOrDefault(symbol, Set.of())));
        tied.forEach(symbol -> groups.put(symbol, tied));
    }

    private List<Rows> rows(UUID portfolioId, long after) {
        return new ArrayList<>(jdbc.sql("""
                        select symbol, new_symbol, count(*) as rows, max(sequence) as newest,
                            bit_xor(hashint8extended(sequence, version)) as fingerprint
                        from ledger_transaction where organisation_id = ? and portfolio_id = ? and sequence > ?
                        group by symbol, new_symbol""")
                .params(organisation(), portfolioId, after)
                .query((row, number) -> new Rows(
                        row.getString("symbol"),
                        row.getString("new_symbol"),
                        new LedgerPart(
                                Set.of(), row.getLong("rows"), row.getLong("newest"), row.getLong("fingerprint"))))
                .list());
    }
}
