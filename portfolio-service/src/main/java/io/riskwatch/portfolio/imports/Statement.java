package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.imports.broker.RiskwatchTable;
import io.riskwatch.portfolio.imports.statement.StatementReader;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.imports.statement.Surroundings;
import io.riskwatch.portfolio.ledger.Booking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/** A statement of Riskwatch's own that names all its currencies and is right from the first line to the last. */
public final class Statement {

    private Statement() {}

    /** One row. */
    public record Row(Booking booking, @Nullable String note) {}

    /** The rows; a statement with any fault is an error of ours. */
    public static List<Row> read(InputStreamSource file) {
        var rows = new ArrayList<Row>();
        var surroundings = new Surroundings(
                symbol -> {
                    throw new IllegalStateException("a row names no currency");
                },
                isin -> Optional.empty(),
                LocalDate.MAX,
                LocalDate.MAX);
        StatementReader.open(file, List.of(RiskwatchTable.TRANSACTIONS), RiskwatchTable::diagnosis)
                .rows(surroundings, row -> {
                    if (!(row instanceof StatementRow.Stated stated)) {
                        throw new IllegalStateException("not a row of a statement: " + row);
                    }
                    rows.add(new Row(stated.booking(), stated.note()));
                });
        return List.copyOf(rows);
    }
}
