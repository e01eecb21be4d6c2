package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Columns;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Layout;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A file of one table, whose header has the required columns in any order and whose rows each say one thing. */
abstract class Table implements Layout {

    private static final int REMARK_COLUMNS = 4;

    private final Set<String> required;
    private final Set<String> known;

    /**
     * A table by its columns, in lower case.
     *
     * @param required separated by commas, without which a header is another one's
     * @param optional separated by commas, which make a header more certainly this one's
     */
    Table(String required, String optional) {
        this.required = names(required);
        var all = new HashSet<>(this.required);
        all.addAll(names(optional));
        this.known = Set.copyOf(all);
    }

    private static Set<String> names(String names) {
        return names.isEmpty() ? Set.of() : Set.of(names.split(",", -1));
    }

    @Override
    public int match(List<String> names) {
        if (!names.containsAll(required)) {
            return 0;
        }
        return (int) names.stream().distinct().filter(known::contains).count();
    }

    @Override
    public RowBooker booker(Columns columns, Facts facts) {
        return (row, rows) -> {
            if (isRemark(row)) {
                rows.accept(ignored(row, "a remark of the broker and no transaction"));
            } else {
                book(row, facts, rows);
            }
        };
    }

    /** A line of text below a table has one field, or the others are empty. */
    static boolean isRemark(Row row) {
        return row.columns().names().size() >= REMARK_COLUMNS
                && row.fields().stream().filter(field -> !field.isBlank()).count() <= 1;
    }

    abstract void book(Row row, Facts facts, Consumer<StatementRow> rows);

    static StatementRow.Ignored ignored(Row row, String reason) {
        return new StatementRow.Ignored(row.line(), reason);
    }

    /** Money that came in is a deposit, money that went out a withdrawal. */
    static Draft transfer(java.math.BigDecimal amount, LocalDate date, Facts facts) {
        return Draft.of(amount.signum() < 0 ? TransactionType.WITHDRAWAL : TransactionType.DEPOSIT, date, facts)
                .amount(amount);
    }
}
