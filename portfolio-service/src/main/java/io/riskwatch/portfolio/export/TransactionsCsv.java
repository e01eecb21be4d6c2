package io.riskwatch.portfolio.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transactions of one portfolio in the table Riskwatch itself imports, in the ledger's order. RFC 4180. */
final class TransactionsCsv implements AutoCloseable {

    static final List<String> HEADER = List.of(
            "date",
            "type",
            "symbol",
            "quantity",
            "price",
            "currency",
            "fee",
            "amount",
            "note",
            "newSymbol",
            "basisFraction",
            "cashInLieu");

    private final CsvWriter csv;

    TransactionsCsv(Writer out) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        csv.writeRecord(HEADER);
    }

    void write(Booking booking, @Nullable String note) {
        csv.writeRecord(
                booking.date().toString(),
                booking.type().name(),
                CsvCells.text(booking.symbol()),
                quantity(booking),
                CsvCells.number(booking.price()),
                booking.currency().getCode(),
                CsvCells.number(booking.fee().signum() == 0 ? null : booking.fee()),
                CsvCells.number(booking.amount()),
                CsvCells.text(note),
                CsvCells.text(booking.terms().newSymbol()),
                CsvCells.number(booking.terms().basisFraction()),
                CsvCells.number(booking.terms().cashInLieu()));
    }

    /** A ratio is written as one: 1:3. */
    private static String quantity(Booking booking) {
        var quantity = CsvCells.number(booking.quantity());
        var per = booking.quantityPer();
        var perOne = booking.type() == TransactionType.SPLIT && per != null && per.compareTo(BigDecimal.ONE) == 0;
        return booking.type().hasRatio() && per != null && !perOne ? quantity + ":" + per.toPlainString() : quantity;
    }

    @Override
    public void close() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
