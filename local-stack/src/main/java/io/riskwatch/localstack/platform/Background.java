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
 * once to whoever wakes up, and a processor that does nothing else counts as free when the kernel looks for one. Where the kernel
 * shares the processors out by session (autogroup), a class counts among the threads of a session only, so the session steps back too.
 */
final class Background {

    /** SCHED_IDLE, as Linux numbers it in /proc. */
    static final int IDLE = 5;

    private static final Path CHRT = Path.of("/usr/bin/chrt");
    private static final Path RENICE = Path.of("/usr/bin/renice");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** A thread that starts meanwhile takes the class of the one that starts it: the second look finds the last. */
    private static final int LOOKS = 5;

    /** Words behind the name in brackets, which may hold blanks. */
    private static final int SESSION = 3;

    private static final int CLASS = 38;

    /** Of a session beside others: a tenth of what one of them gets while all want more. */
    private static final String GROUP_NICENESS = "10";

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
        Path group = Path.of("/proc", Long.toString(pid), "autogroup");
        if (ledBy(pid) && Files.isWritable(group)) {
            sendSession(group);
        }
    }

    private static void sendSession(Path group) {
        try {
            Files.writeString(group, GROUP_NICENESS);
        } catch (IOException e) {
            // a kernel that groups no sessions right now, or a process that has ended: its threads stand back as far as
            // they can
            Console.say("  ..  " + group + " stays as it is: " + e.getMessage());
        }
    }

    /** Whether the process leads a session, which then is its own and of what it starts. */
    private static boolean ledBy(long pid) {
        return word(Path.of("/proc", Long.toString(pid)), SESSION)
                .filter(session -> session.equals(Long.toString(pid)))
                .isPresent();
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
        return word(thread, CLASS).map(Integer::valueOf);
    }

    private static Optional<String> word(Path task, int place) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[place]);
        } catch (IOException e) {
            return Optional.empty(); // it has ended
        }
    }
}
