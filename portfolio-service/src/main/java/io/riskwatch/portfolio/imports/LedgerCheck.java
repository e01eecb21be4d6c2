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
import java.util.stream.Stream;
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

    /**
     * What a look at the ledger found.
     *
     * @param misfits the rows that do not fit, by position
     * @param again whether rows are among them that had been played: what others found fitting may not fit without them
     */
    record Findings(Map<Integer, Misfit> misfits, boolean again) {}

    /** The rows that do not fit, of those that are still NEW. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Findings findings(StatementImport preview) {
        var check = new Playing(new Ledger(transactions.rules(preview.portfolioId())));
        streaming
                .sql("select sequence, id, day_order, 0 as position, " + COLUMNS
                        + " from ledger_transaction where organisation_id = ? and portfolio_id = ?"
                        + " union all select ? + position, transaction_id, day_order, position, " + COLUMNS
                        + " from import_row where organisation_id = ? and import_id = ? and status = 'NEW'"
                        + " order by trade_date, day_order, sequence")
                .params(organisation(), preview.portfolioId(), AFTER_ALL, organisation(), preview.id())
                .query((RowCallbackHandler) row -> check.play(row.getInt("position"), BookingColumns.entry(row)));
        return new Findings(check.misfits, check.again);
    }

    /** A replay that goes on after a row that does not fit, without it. */
    private static final class Playing {

        private final Ledger ledger;
        private final Map<Integer, Misfit> misfits = new TreeMap<>();
        private final List<Integer> played = new ArrayList<>();
        private final Map<String, List<Integer>> taking = new HashMap<>();
        private final Map<String, List<Integer>> bringing = new HashMap<>();
        private boolean again;

        Playing(Ledger ledger) {
            this.ledger = ledger;
        }

        void play(int position, LedgerEntry entry) {
            try {
                ledger.play(entry);
                if (position > 0) {
                    remember(position, entry);
                }
            } catch (Oversold e) {
                var misfit = new Misfit("quantity", e.reason());
                blame(position, misfit, suspects(taking, List.of(held(entry, e.symbol()))));
            } catch (BookingRefused e) {
                var held = Stream.of(
                                entry.booking().symbol(),
                                entry.booking().terms().newSymbol())
                        .filter(Objects::nonNull)
                        .map(symbol -> held(entry, symbol))
                        .toList();
                var brought = suspects(bringing, held);
                var misfit = new Misfit(e.field(), e.reason());
                blame(position, misfit, brought.isEmpty() ? suspects(taking, held) : brought);
            }
        }

        private void remember(int position, LedgerEntry entry) {
            played.add(position);
            var booking = entry.booking();
            if (booking.type().movesSecurity()) {
                add(booking.type().opensLot() ? bringing : taking, held(entry, booking.symbol()), position);
            }
            if (booking.terms().newSymbol() != null) {
                add(bringing, held(entry, booking.terms().newSymbol()), position);
            }
        }

        private static void add(Map<String, List<Integer>> rows, String held, int position) {
            rows.computeIfAbsent(held, unseen -> new ArrayList<>()).add(position);
        }

        /** A position is a symbol in an account. */
        private static String held(LedgerEntry entry, @Nullable String symbol) {
            return entry.in().account() + "|" + symbol;
        }

        private static List<Integer> suspects(Map<String, List<Integer>> rows, List<String> held) {
            return held.stream()
                    .flatMap(one -> rows.getOrDefault(one, List.of()).stream())
                    .toList();
        }

        /**
         * An entry the ledger had before is right: then rows of the import that came before it are wrong, whichever they
         * are when nobody is suspected.
         */
        private void blame(int position, Misfit misfit, List<Integer> suspects) {
            if (position > 0) {
                misfits.put(position, misfit);
                return;
            }
            var later = new Misfit(misfit.column(), "with this row, what is booked later fails: " + misfit.reason());
            (suspects.isEmpty() ? played : suspects).forEach(suspect -> again |= misfits.put(suspect, later) == null);
        }
    }
}
