package io.riskwatch.portfolio.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
            "cashInLieu",
            "lot",
            "lots",
            "account",
            "toAccount");

    private final CsvWriter csv;
    private final Set<UUID> chosen;
    private final Map<UUID, String> accounts;
    /** What the lots are called in the file that a later sale takes units of: L1, L2 and so on. */
    private final Map<UUID, String> names = new HashMap<>();

    /**
     * The file, with its header.
     *
     * @param chosen lots that sales have chosen
     * @param accounts the names of the portfolio's accounts
     */
    TransactionsCsv(Writer out, Set<UUID> chosen, Map<UUID, String> accounts) {
        this.accounts = Map.copyOf(accounts);
        this.chosen = Set.copyOf(chosen);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        csv.writeRecord(HEADER);
    }

    void write(LedgerEntry entry, @Nullable String note) {
        var booking = entry.booking();
        var to = entry.in().toAccount();
        var opens = chosen.contains(entry.id());
        if (opens) {
            names.put(entry.id(), "L" + (names.size() + 1));
        }
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
                CsvCells.number(booking.terms().cashInLieu()),
                opens ? names.get(entry.id()) : "",
                lots(booking),
                CsvCells.text(accounts.get(entry.in().account())),
                CsvCells.text(to == null ? null : accounts.get(to)));
    }

    private String lots(Booking booking) {
        return booking.lots().stream()
                .map(choice -> names.get(choice.lot()) + "=" + choice.quantity().toPlainString())
                .collect(Collectors.joining(" "));
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
