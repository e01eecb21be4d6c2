package io.riskwatch.quant.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Runs numbered, independent blocks on several threads. Who runs which block and when is open: a block must depend on its number
 * alone and write only what is its own, and then the result is the same on any number of threads.
 */
public final class Blocks {
    /** Who waits for the blocks: hears of each finished one and may end the run between two. Called from the running threads. */
    public interface Watch {
        /** Nobody waits. */
        Watch NONE = new Watch() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void finished(int blocks, int all) {
                // nobody to tell
            }
        };

        /** Asked before every block; true ends the run with a {@link CancellationException}. */
        boolean cancelled();

        /** So many of all blocks are finished; numbers may arrive out of order where several threads run. */
        void finished(int blocks, int all);
    }

    private Blocks() {}

    /**
     * Runs block 0 to {@code blocks - 1} and returns when all are finished.
     *
     * @param threads at least 1; with 1 the calling thread does the work
     * @param worker makes one thread's worker, with buffers of its own
     * @throws CancellationException where the watch wished it
     */
    public static void run(int blocks, int threads, Supplier<IntConsumer> worker, Watch watch) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + threads);
        }
        AtomicInteger next = new AtomicInteger();
        AtomicInteger finished = new AtomicInteger();
        Runnable loop = () -> {
            IntConsumer work = worker.get();
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                if (watch.cancelled()) {
                    next.set(blocks);
                    throw new CancellationException("cancelled after " + finished.get() + " of " + blocks + " blocks");
                }
                work.accept(block);
                watch.finished(finished.incrementAndGet(), blocks);
            }
        };
        if (threads == 1) {
            loop.run();
        } else {
            together(Math.min(threads, Math.max(1, blocks)), loop, () -> next.set(blocks));
        }
    }

    private static void together(int threads, Runnable loop, Runnable stop) {
        try (ExecutorService executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("simulation-", 0).daemon().factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(loop));
            }
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (ExecutionException e) {
                throw cause(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } finally {
                stop.run();
            }
        }
    }

    /** What ended a block, as it was thrown there. */
    private static RuntimeException cause(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e);
    }
}
