package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Turns the fields of one row into a booking, or says which field is wrong and why. */
final class RowReader {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})");
    private static final int LONGEST_NOTE = 500;
    private static final List<String> TYPES =
            Arrays.stream(TransactionType.values()).map(Enum::name).toList();

    private final StatementFormat.Header header;
    private final Function<@Nullable String, CurrencyUnit> defaultCurrency;
    private final LocalDate openingDate;
    private final LocalDate latestDate;

    /**
     * Reads rows under a header.
     *
     * @param defaultCurrency what a row without a currency has, by its symbol
     * @param openingDate the day of holdings, which have none of their own
     * @param latestDate the last day that is not the future
     */
    RowReader(
            StatementFormat.Header header,
            Function<@Nullable String, CurrencyUnit> defaultCurrency,
            LocalDate openingDate,
            LocalDate latestDate) {
        this.header = header;
        this.defaultCurrency = defaultCurrency;
        this.openingDate = openingDate;
        this.latestDate = latestDate;
    }

    StatementRow read(long line, List<String> fields) {
        if (fields.stream().allMatch(String::isBlank)) {
            return new StatementRow.Empty(line);
        }
        try {
            if (fields.size() > header.names().size()) {
                throw new BookingRefused(
                        "",
                        "the row has %d fields and the header %d"
                                .formatted(fields.size(), header.names().size()));
            }
            return row(line, fields);
        } catch (BookingRefused e) {
            return new StatementRow.Malformed(place(line, e));
        }
    }

    private FileRefused.Place place(long line, BookingRefused e) {
        var column = e.field().equals("quantityPer") ? "quantity" : e.field(); // a ratio like 1:3 stands there
        var index = header.places().get(column);
        if (index != null) {
            return new FileRefused.Place(line, index + 1, column, e.reason());
        }
        return e.field().isEmpty()
                ? new FileRefused.Place(line, header.names().size() + 1, "", e.reason())
                : new FileRefused.Place(line, 1, "", e.field() + ": " + e.reason());
    }

    private StatementRow row(long line, List<String> fields) {
        var transactions = header.format() == StatementFormat.RISKWATCH_TRANSACTIONS;
        var type = transactions ? type(text(fields, "type")) : TransactionType.TRANSFER_IN;
        var date = transactions ? date(text(fields, "date")) : openingDate;
        var symbolText = text(fields, "symbol").toUpperCase(Locale.ROOT);
        var symbol = symbolText.isEmpty() ? null : symbolText;
        var currencyText = text(fields, "currency");
        var currency = currencyText.isEmpty() ? defaultCurrency.apply(symbol) : currency(currencyText);
        var ratio = type == TransactionType.SPLIT ? text(fields, "quantity").split(":", 2) : new String[0];
        var quantity = ratio.length == 2 ? number("quantity", ratio[0]) : number("quantity", text(fields, "quantity"));
        var fee = number("fee", text(fields, "fee"));
        var booking = new Booking(
                date,
                type,
                symbol,
                type == TransactionType.DIVIDEND || type.movesSecurity() ? quantity : zeroIsNone(quantity),
                ratio.length == 2 ? number("quantity", ratio[1]) : null,
                type.movesSecurity() && type != TransactionType.SPLIT
                        ? number("price", text(fields, "price"))
                        : zeroIsNone(number("price", text(fields, "price"))),
                currency,
                fee == null ? BigDecimal.ZERO : fee,
                zeroIsNone(number("amount", text(fields, "amount"))));
        return new StatementRow.Stated(line, booking, note(text(fields, "note")));
    }

    private String text(List<String> fields, String column) {
        var index = header.places().get(column);
        return index == null || index >= fields.size() ? "" : fields.get(index).strip();
    }

    private static TransactionType type(String text) {
        var name = text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        if (!TYPES.contains(name)) {
            throw new BookingRefused(
                    "type", "'%s' is not one of %s".formatted(shortened(text), String.join(", ", TYPES)));
        }
        return TransactionType.valueOf(name);
    }

    private LocalDate date(String text) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BookingRefused("date", "'%s' is not a date like 2024-12-31".formatted(shortened(text)));
        }
        if (date.isAfter(latestDate)) {
            throw new BookingRefused("date", "%s lies in the future".formatted(date));
        }
        return date;
    }

    private static CurrencyUnit currency(String text) {
        try {
            return CurrencyUnit.of(text.toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException e) {
            throw new BookingRefused("currency", "'%s' is not a currency of ISO 4217".formatted(shortened(text)));
        }
    }

    private static @Nullable BigDecimal number(String column, String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new BookingRefused(column, "'%s' is not a number like 1234.56".formatted(shortened(text)));
        }
        return new BigDecimal(text);
    }

    private static @Nullable BigDecimal zeroIsNone(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0 ? null : value;
    }

    private static @Nullable String note(String text) {
        if (text.length() > LONGEST_NOTE) {
            throw new BookingRefused("note", "is longer than %d characters".formatted(LONGEST_NOTE));
        }
        return text.isEmpty() ? null : text;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
