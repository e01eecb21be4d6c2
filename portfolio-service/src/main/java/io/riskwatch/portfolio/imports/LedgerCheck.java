package io.riskwatch.portfolio.imports;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.Oversold;
import io.riskwatch.portfolio.transaction.BookingColumns;
import io.riskwatch.portfolio.transaction.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

    private static final String COLUMNS = BookingColumns.ACCOUNTS + ", " + BookingColumns.NAMES;

    private final Transactions transactions;
    private final JdbcClient streaming;

    LedgerCheck(JdbcTemplate template, Transactions transactions) {
        this.transactions = transactions;
        var streamed = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        streamed.setFetchSize(FETCH_SIZE);
        streaming = JdbcClient.create(streamed);
    }

    /** Why a row does not fit. */
    record Misfit(String column, String reason) {}

    /** The rows that do not fit, by position. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Integer, Misfit> misfits(StatementImport preview) {
        var check = new Playing(new Ledger(transactions.rules(preview.portfolioId())));
        streaming
                .sql("select sequence, id, day_order, 0 as position, " + COLUMNS
                        + " from ledger_transaction where organisation_id = ? and portfolio_id = ?"
                        + " union all select ? + position, transaction_id, day_order, position, " + COLUMNS
                        + " from import_row where organisation_id = ? and import_id = ? and status = 'NEW'"
                        + " order by trade_date, day_order, sequence")
                .params(organisation(), preview.portfolioId(), AFTER_ALL, organisation(), preview.id())
                .query((RowCallbackHandler) row -> check.play(row.getInt("position"), BookingColumns.entry(row)));
        return check.misfits;
    }

    /** A replay that goes on after a row that does not fit, without it. */
    private static final class Playing {

        private final Ledger ledger;
        private final Map<Integer, Misfit> misfits = new TreeMap<>();
        private final Map<String, List<Integer>> taking = new HashMap<>();
        private final Map<String, List<Integer>> bringing = new HashMap<>();

        Playing(Ledger ledger) {
            this.ledger = ledger;
        }

        void play(int position, LedgerEntry entry) {
            try {
                ledger.play(entry);
                if (position > 0 && entry.booking().type().movesSecurity()) {
                    (entry.booking().type().opensLot() ? bringing : taking)
                            .computeIfAbsent(held(entry, entry.booking().symbol()), unseen -> new ArrayList<>())
                            .add(position);
                }
            } catch (Oversold e) {
                blame(position, held(entry, e.symbol()), taking, new Misfit("quantity", e.reason()));
            } catch (BookingRefused e) {
                blame(position, held(entry, entry.booking().symbol()), bringing, new Misfit(e.field(), e.reason()));
            }
        }

        /** A position is a symbol in an account. */
        private static String held(LedgerEntry entry, @Nullable String symbol) {
            return entry.in().account() + "|" + symbol;
        }

        /** An entry the ledger had before is right: then the rows of the import that leave it nothing are wrong. */
        private void blame(int position, String held, Map<String, List<Integer>> suspects, Misfit misfit) {
            if (position > 0) {
                misfits.put(position, misfit);
                return;
            }
            suspects.getOrDefault(held, List.of())
                    .forEach(suspect -> misfits.put(
                            suspect,
                            new Misfit(
                                    misfit.column(), "with this row, what is booked later fails: " + misfit.reason())));
        }
    }
}
