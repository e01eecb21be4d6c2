package io.riskwatch.portfolio.imports.statement;

import java.util.List;

/** One record of the file and where it starts; the fields may hold line ends. */
public record Line(long number, List<String> fields) {

    public Line {
        fields = List.copyOf(fields);
    }

    public boolean isBlank() {
        return fields.stream().allMatch(String::isBlank);
    }
}
