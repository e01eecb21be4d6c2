package io.riskwatch.portfolio.imports;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.Oversold;
import io.riskwatch.portfolio.transaction.BookingColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays the ledger as it would be with the NEW rows of an import among its entries, streamed from the database in the
 * ledger's order, and tells which rows do not fit.
 */
@Component
class LedgerCheck {

    private static final int FETCH_SIZE = 2_000;
    /** Rows of the import come after everything entered before. */
    private static final long AFTER_ALL = Long.MAX_VALUE / 2;

    private final JdbcClient streaming;

    LedgerCheck(JdbcTemplate template) {
        var streamed = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        streamed.setFetchSize(FETCH_SIZE);
        streaming = JdbcClient.create(streamed);
    }

    /** Why a row does not fit. */
    record Misfit(String column, String reason) {}

    /** The rows that do not fit, by position. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Integer, Misfit> misfits(StatementImport preview) {
        var check = new Playing();
        streaming
                .sql("select sequence, id, day_order, 0 as position, " + BookingColumns.NAMES
                        + " from ledger_transaction where organisation_id = ? and portfolio_id = ?"
                        + " union all select ? + position, transaction_id, day_order, position, " + BookingColumns.NAMES
                        + " from import_row where organisation_id = ? and import_id = ? and status = 'NEW'"
                        + " order by trade_date, day_order, sequence")
                .params(organisation(), preview.portfolioId(), AFTER_ALL, organisation(), preview.id())
                .query((RowCallbackHandler) row -> check.play(row.getInt("position"), BookingColumns.entry(row)));
        return check.misfits;
    }

    /** A replay that goes on after a row that does not fit, without it. */
    private static final class Playing {

        private final Ledger ledger = new Ledger();
        private final Map<Integer, Misfit> misfits = new TreeMap<>();
        private final Map<String, List<Integer>> taking = new HashMap<>();
        private final Map<String, List<Integer>> bringing = new HashMap<>();

        void play(int position, LedgerEntry entry) {
            try {
                ledger.play(entry);
                if (position > 0 && entry.booking().type().movesSecurity()) {
                    (entry.booking().type().opensLot() ? bringing : taking)
                            .computeIfAbsent(String.valueOf(entry.booking().symbol()), symbol -> new ArrayList<>())
                            .add(position);
                }
            } catch (Oversold e) {
                blame(position, e.symbol(), taking, new Misfit("quantity", e.reason()));
            } catch (BookingRefused e) {
                blame(position, String.valueOf(entry.booking().symbol()), bringing, new Misfit(e.field(), e.reason()));
            }
        }

        /** An entry the ledger had before is right: then the rows of the import that leave it nothing are wrong. */
        private void blame(int position, String symbol, Map<String, List<Integer>> suspects, Misfit misfit) {
            if (position > 0) {
                misfits.put(position, misfit);
                return;
            }
            suspects.getOrDefault(symbol, List.of())
                    .forEach(suspect -> misfits.put(
                            suspect,
                            new Misfit(
                                    misfit.column(), "with this row, what is booked later fails: " + misfit.reason())));
        }
    }
}
