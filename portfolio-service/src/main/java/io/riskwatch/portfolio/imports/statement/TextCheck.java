package io.riskwatch.portfolio.imports.statement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads a file once from end to end, in a fixed small memory, to make sure that it is UTF-8 text of sane lines. What is
 * not is refused naming line and character.
 */
final class TextCheck {

    /** No statement has a line that long; a file without line ends is not read into memory as one. */
    static final int LONGEST_LINE = 64 * 1024;

    private static final int BUFFER = 16 * 1024;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private long line = 1;
    private int column;
    private boolean anything;
    private boolean json;

    private TextCheck() {}

    /** Whether the text is JSON, which may stand in one line and is not delimited. */
    static boolean isJson(InputStream file) throws IOException {
        var check = new TextCheck();
        check.read(file);
        return check.json;
    }

    private void read(InputStream file) throws IOException {
        var bytes = ByteBuffer.allocate(BUFFER);
        var chars = CharBuffer.allocate(BUFFER);
        var first = file.readNBytes(bytes.array(), 0, 4);
        refuseOtherEncodings(bytes.array(), first);
        bytes.position(first);
        var end = first < 4;
        while (true) {
            if (!end && bytes.hasRemaining()) {
                var count = file.read(bytes.array(), bytes.position(), bytes.remaining());
                end = count < 0;
                bytes.position(bytes.position() + Math.max(count, 0));
            }
            bytes.flip();
            var result = decoder.decode(bytes, chars, end);
            look(chars.flip());
            chars.clear();
            if (result.isError()) {
                throw new FileRefused(line, column + 1, "is not UTF-8 text; save the file as \"CSV UTF-8\"");
            }
            if (end && result.isUnderflow()) {
                break;
            }
            bytes.compact();
        }
        if (!anything) {
            throw new FileRefused(1, 1, StatementReader.EMPTY);
        }
    }

    private static void refuseOtherEncodings(byte[] bytes, int length) {
        if (length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF))) {
            throw utf16();
        }
        if (length == 4
                && ((bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0)
                        || (bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0))) {
            throw utf16();
        }
        if (length == 4 && bytes[0] == 'P' && bytes[1] == 'K') {
            throw new FileRefused(1, 1, "is a spreadsheet or an archive and not text; save it as \"CSV UTF-8\"");
        }
    }

    private static FileRefused utf16() {
        return new FileRefused(1, 1, "is UTF-16 text; save the file as UTF-8 (\"CSV UTF-8\")");
    }

    private void look(CharBuffer chars) {
        while (chars.hasRemaining()) {
            var c = chars.get();
            column++;
            if (c == '\n') {
                line++;
                column = 0;
                continue;
            }
            if (c < ' ' && c != '\t' && c != '\r') {
                throw new FileRefused(
                        line,
                        column,
                        c == 0
                                ? "holds a NUL byte; this is not a text file"
                                : "holds the control character 0x%02X; this is not a text file".formatted((int) c));
            }
            if (column > LONGEST_LINE && !json) {
                throw new FileRefused(line, column, "the line is longer than %d characters".formatted(LONGEST_LINE));
            }
            if (!anything && !Character.isWhitespace(c) && c != '\uFEFF') {
                anything = true;
                json = c == '{' || c == '[';
            }
        }
    }
}
