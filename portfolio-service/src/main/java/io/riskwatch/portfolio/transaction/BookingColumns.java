package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A booking as columns, the same in the ledger and in the preview of an import. */
public final class BookingColumns {

    /** The names, in the order of {@link #values}. */
    public static final String NAMES = "trade_date, type, symbol, quantity, quantity_per, price, currency, fee, amount";

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
                booking.amount());
    }

    /** What was written, at its place; of a row of a preview, which is no transaction yet, the {@code id} is null. */
    public static LedgerEntry entry(ResultSet row) throws SQLException {
        var sequence = row.getLong("sequence");
        var id = row.getObject("id", UUID.class);
        return id == null ? new LedgerEntry(sequence, booking(row)) : new LedgerEntry(sequence, id, booking(row));
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
                row.getBigDecimal("amount"));
    }
}
