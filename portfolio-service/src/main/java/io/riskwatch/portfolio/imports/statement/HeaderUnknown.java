package io.riskwatch.portfolio.imports.statement;

import io.riskwatch.service.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** A table nobody knows the columns of: tells what was found, so that the client can say what the columns mean. */
public final class HeaderUnknown extends FileRefused {

    private final transient Found found;

    /**
     * What the file holds.
     *
     * @param columns as they stand in the header
     * @param samples the first rows under it
     * @param guesses the column that is probably meant, by ledger field
     */
    public record Found(
            long headerLine, List<String> columns, List<List<String>> samples, Map<String, String> guesses) {

        public Found {
            columns = List.copyOf(columns);
            samples = List.copyOf(samples);
            guesses = Map.copyOf(guesses);
        }
    }

    HeaderUnknown(FileRefused diagnosis, Found found) {
        super(diagnosis.places());
        this.found = found;
    }

    @Override
    public ProblemException problem() {
        return super.problem()
                .with("headerLine", found.headerLine())
                .with("columns", found.columns())
                .with("samples", found.samples())
                .with("guesses", found.guesses());
    }
}
