package io.riskwatch.localstack.process;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waiting for a server of another process, which offers no event but its answer. */
public final class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** An attempt that fails by exception until the server is ready. */
    @FunctionalInterface
    public interface Attempt<T> {
        T get() throws Exception;
    }

    private Patience() {}

    /** Repeats the attempt until it succeeds; gives up when the process has ended or the limit has passed. */
    public static <T> T until(ManagedProcess process, Duration limit, Attempt<T> attempt) {
        long end = System.nanoTime() + limit.toNanos();
        Exception last = null;
        Duration pause = FIRST_PAUSE;
        while (System.nanoTime() < end) {
            if (!process.alive()) {
                throw process.failure("ended while it was starting");
            }
            try {
                return attempt.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("Interrupted while waiting", e);
            } catch (Exception e) {
                last = e;
            }
            sleep(pause);
            pause = min(pause.multipliedBy(5).dividedBy(4), LONGEST_PAUSE);
        }
        throw process.failure("did not answer within " + limit.toSeconds() + " s (" + message(last) + ")");
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting", e);
        }
    }

    private static String message(@Nullable Exception e) {
        return e == null ? "no attempt was made" : e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
