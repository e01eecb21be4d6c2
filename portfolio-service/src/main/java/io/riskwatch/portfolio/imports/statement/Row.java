package io.riskwatch.portfolio.imports.statement;

import io.riskwatch.portfolio.ledger.BookingRefused;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row under its header: fields by name. Of several names given, the first column that is there counts. */
public final class Row {

    /** Where a fault of a ledger field is shown, when the column is not called like the field. */
    private static final Map<String, String[]> COLUMNS_OF = Map.of(
            "quantity",
            new String[] {"quantity", "no. of shares", "shares", "units", "qty", "qty (quantity)", "quantity transacted"
            },
            "price",
            new String[] {
                "price", "price ($)", "price / share", "price per share", "unit price", "unit_price", "t. price"
            },
            "amount",
            new String[] {"amount", "amount ($)", "total", "total amount", "value", "net amount", "proceeds"},
            "fee",
            new String[] {"fee", "fees", "fees & comm", "commission", "commission ($)", "costs", "comm/fee"},
            "symbol",
            new String[] {"symbol", "ticker", "instrument", "code", "isin", "asset", "ticker symbol"},
            "currency",
            new String[] {"currency", "currencyprimary", "currency (total)", "transaction currency", "price currency"},
            "date",
            new String[] {"date", "time", "run date", "activity date", "tradedate", "date/time", "timestamp", "datum"},
            "type",
            new String[] {"type", "action", "trans code", "transaction", "transaction type", "description"},
            "note",
            new String[] {"note", "notes", "comment", "description"});

    private final Columns columns;
    private final Line line;
    private final DecimalMark decimalMark;

    public Row(Columns columns, Line line, DecimalMark decimalMark) {
        this.columns = columns;
        this.line = line;
        this.decimalMark = decimalMark;
    }

    public long line() {
        return line.number();
    }

    public List<String> fields() {
        return line.fields();
    }

    public Columns columns() {
        return columns;
    }

    public DecimalMark decimalMark() {
        return decimalMark;
    }

    /** The text of the first of these columns that is there; empty when none is or the field is. */
    public String text(String... names) {
        return textAt(columns.place(names));
    }

    /** The text of the column {@code offset} places right of a named one, for columns without a name. */
    public String besides(int offset, String... names) {
        var place = columns.place(names);
        return place < 0 ? "" : textAt(place + offset);
    }

    private String textAt(int place) {
        return place < 0 || place >= line.fields().size()
                ? ""
                : line.fields().get(place).strip();
    }

    public boolean has(String... names) {
        return !text(names).isEmpty();
    }

    /** The number, {@code null} when there is none. */
    public @Nullable BigDecimal number(String... names) {
        return parse(names[0], text(names));
    }

    /** A number in the file's own writing, from anywhere in the row. */
    public @Nullable BigDecimal parse(String field, String text) {
        return Numbers.parse(field, text, decimalMark);
    }

    /** The number, 0 when there is none. */
    public BigDecimal numberOrZero(String... names) {
        var number = number(names);
        return number == null ? BigDecimal.ZERO : number;
    }

    /** The number; that there is none is a fault of the row. */
    public BigDecimal required(String... names) {
        var number = number(names);
        if (number == null) {
            throw new BookingRefused(presentName(names), "is empty, and this kind of row needs it");
        }
        return number;
    }

    /** The day; what is none is a fault of the row. */
    public LocalDate date(Function<String, LocalDate> parser, String... names) {
        var text = text(names);
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw new BookingRefused(
                    presentName(names), "'%s' is not a date this format knows".formatted(Numbers.shortened(text)));
        }
    }

    /** A refusal of the row for the kind of thing it says it is. */
    public BookingRefused unknownKind(String kind, String... names) {
        return new BookingRefused(
                presentName(names),
                "'%s' is no kind of booking Riskwatch knows in this file".formatted(Numbers.shortened(kind)));
    }

    private String presentName(String... names) {
        for (var name : names) {
            if (columns.has(name)) {
                return name;
            }
        }
        return names[0];
    }

    /** Where a refused field stands in the file. */
    public Place place(BookingRefused refused) {
        var field = refused.field().equals("quantityPer") ? "quantity" : refused.field();
        var place = columns.place(Columns.normal(field));
        if (place < 0) {
            place = columns.place(COLUMNS_OF.getOrDefault(field, new String[0]));
        }
        if (place >= 0) {
            return new Place(line(), place + 1, columns.names().get(place), refused.reason());
        }
        return field.isEmpty()
                ? new Place(line(), columns.names().size() + 1, "", refused.reason())
                : new Place(line(), 1, "", field + ": " + refused.reason());
    }
}
