package io.riskwatch.marketdata.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets only UTF-8 text pass and tells line and character of the first byte that is none: UTF-16, NUL, other control
 * characters, broken sequences.
 */
final class TextCheck extends FilterInputStream {
    private long line = 1;
    private long column = 1;
    private long position;
    private int first;
    private int continuationBytes;
    private int lowest = 0x80;
    private int highest = 0xBF;

    TextCheck(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            check(value);
        } else {
            checkEnd();
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        for (int i = offset; i < offset + count; i++) {
            check(target[i] & 0xFF);
        }
        if (count < 0) {
            checkEnd();
        }
        return count;
    }

    @Override
    public long skip(long count) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void check(int value) {
        if (position == 1 && ((first == 0xFF && value == 0xFE) || (first == 0xFE && value == 0xFF))) {
            throw new PriceFileException(1, 1, "is UTF-16, save it as UTF-8 text");
        }
        if (position++ == 0) {
            first = value;
            if (value == 0xFF || value == 0xFE) {
                return; // the next byte tells whether this begins UTF-16
            }
        } else if (position == 2 && (first == 0xFF || first == 0xFE)) {
            throw broken("is not UTF-8 text");
        }
        if (continuationBytes > 0) {
            continueSequence(value);
        } else if (value < 0x80) {
            plain(value);
        } else {
            beginSequence(value);
        }
    }

    private void plain(int value) {
        if (value == 0) {
            throw broken("holds a NUL character; is it UTF-16 or a binary file?");
        }
        if (value < 0x20 && value != '\t' && value != '\r' && value != '\n') {
            throw broken("holds the control character " + value + "; is it a binary file?");
        }
        if (value == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
    }

    private void beginSequence(int value) {
        lowest = 0x80;
        highest = 0xBF;
        if (value >= 0xC2 && value <= 0xDF) {
            continuationBytes = 1;
        } else if (value >= 0xE0 && value <= 0xEF) {
            continuationBytes = 2;
            lowest = value == 0xE0 ? 0xA0 : 0x80;
            highest = value == 0xED ? 0x9F : 0xBF;
        } else if (value >= 0xF0 && value <= 0xF4) {
            continuationBytes = 3;
            lowest = value == 0xF0 ? 0x90 : 0x80;
            highest = value == 0xF4 ? 0x8F : 0xBF;
        } else {
            throw broken("is not UTF-8 text");
        }
    }

    private void continueSequence(int value) {
        if (value < lowest || value > highest) {
            throw broken("is not UTF-8 text");
        }
        lowest = 0x80;
        highest = 0xBF;
        if (--continuationBytes == 0) {
            column++;
        }
    }

    private void checkEnd() {
        if (continuationBytes > 0 || (position == 1 && first >= 0x80)) {
            throw broken("ends within a character");
        }
    }

    private PriceFileException broken(String reason) {
        return new PriceFileException(line, column, reason);
    }
}
