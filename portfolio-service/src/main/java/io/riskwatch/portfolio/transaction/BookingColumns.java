package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.CorporateTerms;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.LotChoice;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A booking as columns, the same in the ledger and in the preview of an import. */
public final class BookingColumns {

    /** The names, in the order of {@link #values}. */
    public static final String NAMES = "trade_date, type, symbol, quantity, quantity_per, price, currency, fee, amount,"
            + " new_symbol, basis_fraction, cash_in_lieu, chosen_lots";

    /** The names of the columns {@link #in} reads. */
    public static final String ACCOUNTS = "account_id, to_account_id";

    /** The SQL types of {@link #values}, of {@code java.sql.Types}. */
    public static final List<Integer> TYPES = List.of(
            Types.DATE,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.NUMERIC,
            Types.NUMERIC,
            Types.NUMERIC,
            Types.VARCHAR,
            Types.NUMERIC,
            Types.NUMERIC,
            Types.VARCHAR,
            Types.NUMERIC,
            Types.NUMERIC,
            Types.VARCHAR);

    /** A question mark for each of {@link #values}. */
    public static final String MARKS = String.join(", ", Collections.nCopies(TYPES.size(), "?"));

    private BookingColumns() {}

    /** What to write. */
    public static List<@Nullable Object> values(Booking booking) {
        return Arrays.asList(
                booking.date(),
                booking.type().name(),
                booking.symbol(),
                booking.quantity(),
                booking.quantityPer(),
                booking.price(),
                booking.currency().getCode(),
                booking.fee(),
                booking.amount(),
                booking.terms().newSymbol(),
                booking.terms().basisFraction(),
                booking.terms().cashInLieu(),
                text(booking.lots()));
    }

    /** What was written, at its place; of a row of a preview, which is no transaction yet, the {@code id} is null. */
    public static LedgerEntry entry(ResultSet row) throws SQLException {
        var sequence = row.getLong("sequence");
        var id = row.getObject("id", UUID.class);
        return new LedgerEntry(sequence, id == null ? new UUID(0, sequence) : id, in(row), booking(row));
    }

    /** The accounts that were written with a booking. */
    public static BookedIn in(ResultSet row) throws SQLException {
        return new BookedIn(row.getObject("account_id", UUID.class), row.getObject("to_account_id", UUID.class));
    }

    /** What was written. */
    public static Booking booking(ResultSet row) throws SQLException {
        return new Booking(
                row.getObject("trade_date", LocalDate.class),
                TransactionType.valueOf(row.getString("type")),
                row.getString("symbol"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("quantity_per"),
                row.getBigDecimal("price"),
                CurrencyUnit.of(row.getString("currency")),
                row.getBigDecimal("fee"),
                row.getBigDecimal("amount"),
                terms(row),
                lots(row.getString("chosen_lots")));
    }

    private static CorporateTerms terms(ResultSet row) throws SQLException {
        var newSymbol = row.getString("new_symbol");
        var basisFraction = row.getBigDecimal("basis_fraction");
        var cashInLieu = row.getBigDecimal("cash_in_lieu");
        return newSymbol == null && basisFraction == null && cashInLieu == null
                ? CorporateTerms.NONE
                : new CorporateTerms(newSymbol, basisFraction, cashInLieu);
    }

    private static @Nullable String text(List<LotChoice> lots) {
        return lots.isEmpty()
                ? null
                : lots.stream()
                        .map(choice -> choice.lot() + "=" + choice.quantity().toPlainString())
                        .collect(Collectors.joining(" "));
    }

    private static List<LotChoice> lots(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        var lots = new ArrayList<LotChoice>();
        for (var choice : text.split(" ", -1)) {
            var at = choice.indexOf('=');
            lots.add(new LotChoice(UUID.fromString(choice.substring(0, at)), new BigDecimal(choice.substring(at + 1))));
        }
        return lots;
    }
}
