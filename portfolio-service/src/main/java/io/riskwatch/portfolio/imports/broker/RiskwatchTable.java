package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.AccountNames;
import io.riskwatch.portfolio.imports.statement.Columns;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.FileRefused;
import io.riskwatch.portfolio.imports.statement.Layout;
import io.riskwatch.portfolio.imports.statement.LotNames;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.imports.statement.StatementRow.Origin;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.CorporateTerms;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Riskwatch's own two tables. They are written for Riskwatch and therefore read to the letter: no other column, numbers like
 * 1234.56, dates like 2024-12-31, and a text that the export guarded against spreadsheets loses its guard again.
 */
public final class RiskwatchTable implements Layout {

    /** The table of transactions. */
    public static final RiskwatchTable TRANSACTIONS = new RiskwatchTable(
            "date,type,symbol,quantity,price,currency,fee,amount,note",
            "date,type",
            "newsymbol,basisfraction,cashinlieu,lot,lots,account,toaccount");

    /** The table of holdings, which becomes one opening batch. */
    public static final RiskwatchTable HOLDINGS =
            new RiskwatchTable("symbol,quantity,price,currency", "symbol,quantity", "");

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})");
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final int LONGEST_NOTE = 500;
    private static final List<String> TYPES =
            Arrays.stream(TransactionType.values()).map(Enum::name).toList();

    private final String header;
    private final List<String> columns;
    private final Set<String> required;

    private RiskwatchTable(String header, String required, String optional) {
        this.header = header;
        this.columns = Stream.of(header, optional)
                .filter(names -> !names.isEmpty())
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .toList();
        this.required = Set.of(required.split(",", -1));
    }

    @Override
    public int match(List<String> names) {
        var own = columns.containsAll(names)
                && names.containsAll(required)
                && new HashSet<>(names).size() == names.size();
        return own ? names.size() : 0;
    }

    @Override
    public boolean varies() {
        return false;
    }

    /** The header lines that are understood, for messages. */
    private static String expected() {
        return "\"%s\" or \"%s\", or an export of a broker".formatted(TRANSACTIONS.header, HOLDINGS.header);
    }

    /** What keeps a header from being one of these, at its first strange column. */
    public static FileRefused diagnosis(long line, List<String> fields) {
        var names = Columns.of(fields).names();
        var meant = names.contains("date") || names.contains("type") ? TRANSACTIONS : HOLDINGS;
        var seen = new HashSet<String>();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (!meant.columns.contains(name)) {
                return new FileRefused(
                        line,
                        i + 1,
                        "'%s' is not a column of a file Riskwatch knows; the first line is %s"
                                .formatted(shortened(name), expected()));
            }
            if (!seen.add(name)) {
                return new FileRefused(line, i + 1, "the column '%s' is there twice".formatted(name));
            }
        }
        return new FileRefused(
                line,
                names.size() + 1,
                "the column '%s' is missing; the first line is %s"
                        .formatted(
                                meant.required.stream()
                                        .filter(column -> !seen.contains(column))
                                        .sorted()
                                        .findFirst()
                                        .orElse(""),
                                expected()));
    }

    @Override
    public RowBooker booker(Columns present, Facts facts) {
        return (row, rows) -> rows.accept(stated(row, facts));
    }

    private StatementRow.Stated stated(Row row, Facts facts) {
        var width = row.columns().names().size();
        if (row.fields().size() > width) {
            throw new BookingRefused(
                    "",
                    "the row has %d fields and the header %d"
                            .formatted(row.fields().size(), width));
        }
        var opening = this == HOLDINGS;
        var booking = booking(row, facts, opening);
        return new StatementRow.Stated(
                row.line(),
                booking,
                note(text(row, "note")),
                new Origin(null, booking.symbol(), null, opening, lot(text(row, "lot"), booking)),
                AccountNames.of(text(row, "account"), text(row, "toaccount")));
    }

    private static @Nullable UUID lot(String name, Booking booking) {
        if (name.isEmpty()) {
            return null;
        }
        if (!booking.type().opensLot()) {
            throw new BookingRefused("lot", "a %s opens no lot to be named".formatted(booking.type()));
        }
        return LotNames.id("lot", name);
    }

    private static Booking booking(Row row, Facts facts, boolean opening) {
        var type = opening ? TransactionType.TRANSFER_IN : type(text(row, "type"));
        var date = opening ? facts.surroundings().openingDate() : date(text(row, "date"), facts);
        var symbolText = text(row, "symbol").toUpperCase(Locale.ROOT);
        var symbol = symbolText.isEmpty() ? null : symbolText;
        var currency = currency(text(row, "currency"), symbol, facts);
        var ratio = type.hasRatio() ? text(row, "quantity").split(":", 2) : new String[0];
        var quantity = number("quantity", ratio.length == 2 ? ratio[0] : text(row, "quantity"));
        var price = number("price", text(row, "price"));
        var fee = number("fee", text(row, "fee"));
        return new Booking(
                date,
                type,
                symbol,
                type == TransactionType.DIVIDEND || (type.movesSecurity() && type != TransactionType.MERGER)
                        ? quantity
                        : zeroIsNone(quantity),
                ratio.length == 2 ? number("quantity", ratio[1]) : null,
                type.movesSecurity() && !type.isCorporateAction() ? price : zeroIsNone(price),
                currency,
                fee == null ? BigDecimal.ZERO : fee,
                zeroIsNone(number("amount", text(row, "amount"))),
                terms(row),
                LotNames.choices("lots", text(row, "lots")));
    }

    private static CorporateTerms terms(Row row) {
        var newSymbol = text(row, "newsymbol").toUpperCase(Locale.ROOT);
        return new CorporateTerms(
                newSymbol.isEmpty() ? null : newSymbol,
                number("basisFraction", text(row, "basisfraction")),
                number("cashInLieu", text(row, "cashinlieu")));
    }

    private static String text(Row row, String column) {
        var text = row.text(column);
        return text.startsWith("'") && GUARDED.matcher(text).matches() ? text.substring(1) : text;
    }

    private static TransactionType type(String text) {
        var name = text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        if (!TYPES.contains(name)) {
            throw new BookingRefused(
                    "type", "'%s' is not one of %s".formatted(shortened(text), String.join(", ", TYPES)));
        }
        return TransactionType.valueOf(name);
    }

    private static LocalDate date(String text, Facts facts) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BookingRefused("date", "'%s' is not a date like 2024-12-31".formatted(shortened(text)));
        }
        if (date.isAfter(facts.surroundings().latestDate())) {
            throw new BookingRefused("date", "%s lies in the future".formatted(date));
        }
        return date;
    }

    private static CurrencyUnit currency(String text, @Nullable String symbol, Facts facts) {
        return text.isEmpty() ? facts.surroundings().currencyOf().apply(symbol) : iso(text);
    }

    private static CurrencyUnit iso(String text) {
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

    /** The columns, in the order of the export. */
    public List<String> columns() {
        return columns;
    }
}
