package io.riskwatch.localstack.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Follows a log that another process writes and hands on its complete lines. */
final class LogTail {

    private static final Duration PERIOD = Duration.ofMillis(300);
    private static final int CHUNK = 64 * 1024;

    private final Path log;
    private final Consumer<String> reader;
    private final Thread follower;
    private final StringBuilder line = new StringBuilder();
    private volatile boolean closing;
    private long position;

    private LogTail(Path log, Consumer<String> reader) {
        this.log = log;
        this.reader = reader;
        this.follower = Thread.ofPlatform().daemon().name("log-tail").start(this::follow);
    }

    /** Follows the log while the work is done, and to its end after it. */
    static int during(Path log, Consumer<String> reader, IntSupplier work) {
        LogTail tail = new LogTail(log, reader);
        try {
            return work.getAsInt();
        } finally {
            tail.close();
        }
    }

    private void follow() {
        while (true) {
            boolean last = closing;
            try {
                readOn();
            } catch (IOException e) {
                reader.accept("(the log cannot be followed: " + e.getMessage() + ")");
                return;
            }
            if (last) {
                return;
            }
            try {
                Thread.sleep(PERIOD);
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    private void readOn() throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            while (channel.read(buffer, position) > 0) {
                buffer.flip();
                position += buffer.remaining();
                // a character cut in two at a border is shown wrongly, which a progress display can bear
                StandardCharsets.UTF_8.decode(buffer).chars().forEach(this::accept);
                buffer.clear();
            }
        }
    }

    private void accept(int character) {
        if (character == '\n') {
            reader.accept(line.toString());
            line.setLength(0);
        } else {
            line.append((char) character);
        }
    }

    /** Hands on what is written up to now, then stops. */
    private void close() {
        closing = true;
        follower.interrupt();
        try {
            follower.join(PERIOD.multipliedBy(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
