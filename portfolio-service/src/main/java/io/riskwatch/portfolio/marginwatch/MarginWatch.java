package io.riskwatch.portfolio.marginwatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.Tick;
import io.riskwatch.portfolio.tick.TickListener;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the passes over the book, on one thread that owns it: takes the prices that came since, and what else is to be done to the
 * book, judges whom it concerns and hands the changes of state to be written. Prices are gathered for {@code pass}: more of them make
 * a pass longer and no queue.
 */
@Component
class MarginWatch implements TickListener, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MarginWatch.class);
    private static final long AGEING_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration LONGEST_PASS = Duration.ofSeconds(10);
    private static final long IDLE_NANOS = Duration.ofMillis(250).toNanos();

    private final MarginWatchSettings settings;
    private final TransitionWriter writer;
    private final LiveFigures figures;
    private final Clock clock;
    private final MarginBook book;
    private final WatchMeters meters;
    private final ConflatedTicks ticks = new ConflatedTicks();
    private final Queue<Consumer<MarginBook>> tasks = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread thread;
    private volatile boolean heardPrices;

    MarginWatch(
            LatestTicks latest,
            MarginWatchSettings settings,
            TransitionWriter writer,
            LiveFigures figures,
            Clock clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.writer = writer;
        this.figures = figures;
        this.clock = clock;
        this.book = new MarginBook(latest::find, latest::stale);
        this.meters = new WatchMeters(meters, book);
    }

    @Override
    public void ticks(List<Tick> news) {
        ticks.put(news, System.nanoTime());
        meters.heard(news.size());
        heardPrices = true;
        wake();
    }

    /** Does something to the book before its next pass. */
    void with(Consumer<MarginBook> task) {
        tasks.add(task);
        wake();
    }

    private void wake() {
        Thread running = thread;
        if (running != null) {
            LockSupport.unpark(running);
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            Thread fresh = Thread.ofPlatform().name("margin-watch").daemon().unstarted(this::run);
            thread = fresh;
            fresh.start();
        }
    }

    /** Returns when no pass is running any more. */
    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        thread = null;
        LockSupport.unpark(running);
        try {
            running.join(LONGEST_PASS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        long began = System.nanoTime();
        long aged = began;
        while (Thread.currentThread().equals(thread)) {
            long now = System.nanoTime();
            try {
                if (now - aged >= AGEING_NANOS) {
                    aged = now;
                    book.age();
                }
                pass(heardPrices || now - began >= settings.firstPrices().toNanos());
            } catch (RuntimeException e) {
                // one account that cannot be judged is not to end the watch over the others
                log.error("event=margin-pass-failed", e);
            }
            rest(now);
        }
    }

    private void pass(boolean judging) {
        for (Consumer<MarginBook> task = tasks.poll(); task != null; task = tasks.poll()) {
            task.accept(book);
        }
        ConflatedTicks.Batch batch = ticks.take();
        book.put(batch.ticks());
        if (!judging) {
            return;
        }
        long began = System.nanoTime();
        List<Transition> found = book.evaluate(clock.instant(), figures::moved);
        if (!found.isEmpty()) {
            meters.found(found.size());
            writer.write(found, this::with);
        }
        if (!batch.ticks().isEmpty()) {
            meters.passed(batch.since(), began, System.nanoTime());
        }
        figures.send(book, began);
    }

    /** Until there is something to do, and at least as long as prices are gathered. */
    private void rest(long began) {
        long gathered = began + settings.pass().toNanos();
        for (long left = gathered - System.nanoTime(); left > 0; left = gathered - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        if (ticks.isEmpty() && tasks.isEmpty()) {
            LockSupport.parkNanos(figures.isWaiting() ? settings.pass().toNanos() : IDLE_NANOS);
        }
    }
}
