package io.riskwatch.marketdata.upload;

/** A file that cannot be read as prices, with the place where it went wrong. */
final class PriceFileException extends RuntimeException {
    private final long line;
    private final long column;

    /** @param column the field's number in its line, or the character's where the text itself is broken; from 1 */
    PriceFileException(long line, long column, String reason) {
        super(reason);
        this.line = line;
        this.column = column;
    }

    long line() {
        return line;
    }

    long column() {
        return column;
    }

    String reason() {
        String message = getMessage();
        return message == null ? "cannot be read" : message;
    }
}
