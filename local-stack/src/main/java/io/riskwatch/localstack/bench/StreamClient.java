package io.riskwatch.localstack.bench;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one client of the price stream knows: its symbols, their numbers on this connection, their last prices. */
final class StreamClient {
    private static final Pattern NUMBERED = Pattern.compile("\"BENCH(\\d+)\":(\\d+)");
    private static final byte[] PRICES = "\"prices\":[".getBytes(StandardCharsets.US_ASCII);

    /** The messages it tells apart. */
    enum Kind {
        HELLO,
        SNAPSHOT,
        PRICES,
        OTHER
    }

    private final int[] symbols;
    private final int[] numbers;
    private final int[] cents;

    StreamClient(int[] symbols) {
        this.symbols = symbols.clone();
        this.numbers = new int[symbols.length];
        this.cents = new int[symbols.length];
        Arrays.fill(numbers, -1);
    }

    /** By the first letters of its type. */
    static Kind kind(ByteBuf json) {
        if (json.readableBytes() < 12) {
            return Kind.OTHER;
        }
        return switch (json.getByte(json.readerIndex() + 9)) {
            case 'p' -> Kind.PRICES;
            case 's' -> json.getByte(json.readerIndex() + 10) == 'n' ? Kind.SNAPSHOT : Kind.OTHER;
            case 'h' -> json.getByte(json.readerIndex() + 11) == 'l' ? Kind.HELLO : Kind.OTHER;
            default -> Kind.OTHER;
        };
    }

    String subscription() {
        return Arrays.stream(symbols)
                .mapToObj(symbol -> "\"" + TickFeed.symbol(symbol) + "\"")
                .collect(Collectors.joining(",", "{\"action\":\"subscribe\",\"symbols\":[", "]}"));
    }

    /** Reads the numbers of the symbols from a snapshot. */
    void learn(ByteBuf snapshot) {
        Matcher numbered = NUMBERED.matcher(snapshot.toString(StandardCharsets.US_ASCII));
        while (numbered.find()) {
            int symbol = Integer.parseInt(numbered.group(1));
            for (int i = 0; i < symbols.length; i++) {
                if (symbols[i] == symbol) {
                    numbers[i] = Integer.parseInt(numbered.group(2));
                }
            }
        }
    }

    /** Takes the prices {@code [number,price,ms]} of a frame, tells the age of each and answers how many there were. */
    int take(ByteBuf json, LongConsumer ageMs) {
        long now = System.currentTimeMillis();
        int at = indexOf(json, PRICES) + PRICES.length;
        int end = json.writerIndex();
        int count = 0;
        while (at < end && json.getByte(at) == '[') {
            int number = 0;
            byte b;
            for (at++; (b = json.getByte(at)) != ','; at++) {
                number = 10 * number + b - '0';
            }
            int hundredths = 0;
            int decimals = -1;
            for (at++; (b = json.getByte(at)) != ','; at++) {
                if (b == '.') {
                    decimals = 0;
                } else {
                    hundredths = 10 * hundredths + b - '0';
                    decimals += decimals < 0 ? 0 : 1;
                }
            }
            for (int d = Math.max(decimals, 0); d < 2; d++) {
                hundredths *= 10;
            }
            long stamp = 0;
            for (at++; (b = json.getByte(at)) != ']'; at++) {
                stamp = 10 * stamp + b - '0';
            }
            at++;
            if (at < end && json.getByte(at) == ',') {
                at++;
            }
            remember(number, hundredths);
            ageMs.accept(now - stamp);
            count++;
        }
        return count;
    }

    /** Symbols whose last price is not the feed's. */
    int outdated(TickFeed feed) {
        int outdated = 0;
        for (int i = 0; i < symbols.length; i++) {
            outdated += cents[i] == feed.lastCents(symbols[i]) ? 0 : 1;
        }
        return outdated;
    }

    private void remember(int number, int hundredths) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == number) {
                cents[i] = hundredths;
            }
        }
    }

    private static int indexOf(ByteBuf json, byte[] wanted) {
        outer:
        for (int at = json.readerIndex(); at <= json.writerIndex() - wanted.length; at++) {
            for (int i = 0; i < wanted.length; i++) {
                if (json.getByte(at + i) != wanted[i]) {
                    continue outer;
                }
            }
            return at;
        }
        return json.writerIndex() - wanted.length;
    }
}
