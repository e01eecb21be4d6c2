package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.process.Commands;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a process take the processor time that nobody else wants. Scheduling class IDLE, unlike any {@code nice}, gives way at
 * once to whoever wakes up, and a processor that does nothing else counts as free when the kernel looks for one.
 */
final class Background {

    /** SCHED_IDLE, as Linux numbers it in /proc. */
    static final int IDLE = 5;

    private static final Path CHRT = Path.of("/usr/bin/chrt");
    private static final Path RENICE = Path.of("/usr/bin/renice");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** A thread that starts meanwhile takes the class of the one that starts it: the second look finds the last. */
    private static final int LOOKS = 5;

    /** Behind the name in brackets, which may hold blanks, the scheduling class is the 39th word. */
    private static final int CLASS = 38;

    private Background() {}

    /** Sends all threads of the process there; without util-linux they stand at {@code nice 19}, and without that as they did. */
    static void send(long pid) {
        for (int look = 0; look < LOOKS && classes(pid).stream().anyMatch(known -> known != IDLE); look++) {
            if (Files.isExecutable(CHRT)) {
                Commands.run(
                        LIMIT, List.of(CHRT.toString(), "--idle", "--all-tasks", "--pid", "0", Long.toString(pid)));
            } else if (Files.isExecutable(RENICE)) {
                List<String> command = new ArrayList<>(List.of(RENICE.toString(), "-n", "19", "-p"));
                threads(pid).forEach(thread -> command.add(thread.getFileName().toString()));
                Commands.run(LIMIT, command);
            }
        }
    }

    /** The scheduling class of each thread of the process. */
    static List<Integer> classes(long pid) {
        return threads(pid).stream()
                .flatMap(thread -> scheduling(thread).stream())
                .toList();
    }

    private static List<Path> threads(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.toList();
        } catch (NoSuchFileException e) {
            return List.of(); // it has ended
        } catch (IOException e) {
            throw new StackException("Could not read the threads of process " + pid, e);
        }
    }

    private static Optional<Integer> scheduling(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return Optional.of(
                    Integer.valueOf(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[CLASS]));
        } catch (IOException e) {
            return Optional.empty(); // the thread has ended
        }
    }
}
