package io.riskwatch.portfolio.imports.mapping;

import io.riskwatch.portfolio.imports.statement.Columns;
import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.DecimalMark;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Layout;
import io.riskwatch.portfolio.imports.statement.Line;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file under a mapping. Without a type column the signs decide: shares that come in are bought, money is deposited. */
public final class MappedTable implements Layout {

    /** More certain than anything Riskwatch knows itself: the user said so. */
    private static final int CERTAIN = 1_000;

    private static final Map<String, TransactionType> NAMES =
            Arrays.stream(TransactionType.values()).collect(Collectors.toMap(type -> word(type.name()), type -> type));

    private final Mapping mapping;
    private final @Nullable List<String> header;
    private final Map<String, TransactionType> words;
    private final Set<String> ignored;

    private MappedTable(Mapping mapping, @Nullable List<String> header) {
        this.mapping = mapping;
        this.header = header;
        this.words = mapping.words();
        this.ignored = mapping.ignoredTypes() == null
                ? Set.of()
                : mapping.ignoredTypes().stream().map(MappedTable::word).collect(Collectors.toUnmodifiableSet());
    }

    /** Of a file with exactly this header. */
    static MappedTable ofHeader(Mapping mapping, List<String> header) {
        return new MappedTable(mapping, List.copyOf(header));
    }

    /** Of any file that has the columns. */
    public static MappedTable of(Mapping mapping) {
        return new MappedTable(mapping, null);
    }

    @Override
    public int match(List<String> names) {
        var fits = header == null
                ? names.containsAll(
                        mapping.columns().values().stream().map(Columns::normal).toList())
                : new HashSet<>(header).equals(new HashSet<>(names)) && header.size() == names.size();
        return fits ? CERTAIN : 0;
    }

    @Override
    public RowBooker booker(Columns columns, Facts facts) {
        DecimalMark mark = mapping.decimalMark() == null ? facts.decimalMark() : mapping.decimalMark();
        Function<String, LocalDate> dates =
                mapping.dateFormat() == null ? Dates.any(facts.dayFirst(), true) : Dates.pattern(mapping.dateFormat());
        return (row, rows) -> book(new Row(columns, new Line(row.line(), row.fields()), mark), dates, facts, rows);
    }

    private void book(Row row, Function<String, LocalDate> dates, Facts facts, Consumer<StatementRow> rows) {
        var kind = row.text(mapping.column("type"));
        if (ignored.contains(word(kind))) {
            rows.accept(new StatementRow.Ignored(
                    row.line(), "the mapping says that '%s' is no transaction".formatted(kind)));
            return;
        }
        var quantity = row.number(mapping.column("quantity"));
        var amount = row.number(mapping.column("amount"));
        var security = row.has(mapping.column("symbol")) || row.has(mapping.column("isin"));
        var type = kind.isEmpty() ? bySigns(quantity, amount, security) : byWord(row, kind);
        var cost = type == TransactionType.FEE || type == TransactionType.TAX;
        var currency = row.text(mapping.column("currency"));
        rows.accept(Draft.of(type, row.date(dates, mapping.column("date")), facts)
                .symbol(row.text(mapping.column("symbol")))
                .isin(row.text(mapping.column("isin")))
                .quantity(quantity)
                .price(row.number(mapping.column("price")))
                .fee(row.number(mapping.column("fee")))
                .amount(cost && amount != null ? amount.abs().negate() : amount)
                .currency(currency.isEmpty() && mapping.currency() != null ? mapping.currency() : currency)
                .note(row.text(mapping.column("note")))
                .stated(row));
    }

    private TransactionType byWord(Row row, String kind) {
        var type = words.getOrDefault(kind.toLowerCase(Locale.ROOT), NAMES.get(word(kind)));
        if (type == null) {
            throw row.unknownKind(kind, mapping.column("type"));
        }
        return type;
    }

    private static TransactionType bySigns(
            @Nullable BigDecimal quantity, @Nullable BigDecimal amount, boolean security) {
        if (security && quantity != null && quantity.signum() != 0) {
            return quantity.signum() < 0 ? TransactionType.SELL : TransactionType.BUY;
        }
        if (security && amount != null) {
            return TransactionType.DIVIDEND;
        }
        if (amount == null) {
            throw new BookingRefused("amount", "is empty, and so is everything that could tell what the row is");
        }
        return amount.signum() < 0 ? TransactionType.WITHDRAWAL : TransactionType.DEPOSIT;
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
