package io.riskwatch.portfolio.imports.statement;

/**
 * Where something is wrong.
 *
 * @param column counted from 1: the field of a row, or the character of a line where there are no fields
 * @param name the field's name in the header, empty where there is none
 */
public record Place(long line, int column, String name, String reason) {

    String where() {
        return "line %d, column %d%s".formatted(line, column, name.isEmpty() ? "" : " (" + name + ")");
    }

    @Override
    public String toString() {
        return where() + ": " + reason;
    }
}
