package io.riskwatch.quant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {
    /** Counts what is finished and cancels once so many blocks are. */
    private static final class Counting implements Blocks.Watch {
        private final AtomicInteger heard = new AtomicInteger();
        private final int limit;

        Counting(int limit) {
            this.limit = limit;
        }

        @Override
        public boolean cancelled() {
            return heard.get() >= limit;
        }

        @Override
        public void finished(int blocks, int all) {
            assertThat(blocks).isBetween(1, all);
            heard.incrementAndGet();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 200})
    void everyBlockRunsOnceOnAnyNumberOfThreads(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(100);
        Counting watch = new Counting(Integer.MAX_VALUE);
        Blocks.run(100, threads, () -> runs::incrementAndGet, watch);
        for (int block = 0; block < 100; block++) {
            assertThat(runs.get(block)).isEqualTo(1);
        }
        assertThat(watch.heard).hasValue(100);
        Blocks.run(0, threads, () -> runs::incrementAndGet, Blocks.Watch.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aCancelledRunEndsBetweenTwoBlocks(int threads) {
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> Blocks.run(1000, threads, () -> block -> runs.incrementAndGet(), new Counting(5)))
                .isInstanceOf(CancellationException.class)
                .hasMessageMatching("cancelled after \\d+ of 1000 blocks");
        assertThat(runs.get()).isBetween(5, 5 + threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatABlockThrowsEndsTheRun(int threads) {
        assertThatThrownBy(() -> Blocks.run(
                        50,
                        threads,
                        () -> block -> {
                            throw new IllegalStateException("block " + block);
                        },
                        Blocks.Watch.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("block ");
        assertThatThrownBy(() -> Blocks.run(
                        50,
                        threads,
                        () -> block -> {
                            throw new AssertionError("block " + block);
                        },
                        Blocks.Watch.NONE))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anInterruptedRunIsCancelled() {
        // no block ends by itself: with blocks that do, the run may be over before anybody looks at the interruption
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Blocks.run(10, 2, () -> block -> await(never), Blocks.Watch.NONE))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRunNeedsAThread() {
        assertThatThrownBy(() -> Blocks.run(1, 0, () -> block -> {}, Blocks.Watch.NONE))
                .hasMessage("threads must be at least 1, was 0");
    }
}
