package io.riskwatch.portfolio.imports.statement;

/** What stands before the decimals; the other one groups thousands. */
public enum DecimalMark {
    POINT('.', ','),
    COMMA(',', '.');

    private final char mark;
    private final char grouping;

    DecimalMark(char mark, char grouping) {
        this.mark = mark;
        this.grouping = grouping;
    }

    char mark() {
        return mark;
    }

    char grouping() {
        return grouping;
    }
}
