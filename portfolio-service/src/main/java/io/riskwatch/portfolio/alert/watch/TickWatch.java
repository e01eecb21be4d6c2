package io.riskwatch.portfolio.alert.watch;

import io.riskwatch.portfolio.alert.rule.AlertKind;
import io.riskwatch.portfolio.alert.rule.Direction;
import io.riskwatch.portfolio.alert.rule.Terms;
import io.riskwatch.portfolio.tick.LatestTicks;
import io.riskwatch.portfolio.tick.Tick;
import io.riskwatch.portfolio.tick.TickListener;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Compares each price with the rules that watch its symbol, and no others. A rule that is new here is compared with the latest
 * price at once: so is every rule after a start, which is how what was crossed meanwhile is found.
 */
@Component
class TickWatch implements TickListener, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TickWatch.class);
    private static final int MOST_WAITING = 10_000;

    private final RuleBook book;
    private final PortfolioWatch portfolios;
    private final LatestTicks latest;
    private final Crossings crossings;
    private final BlockingQueue<List<Tick>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean missed = new AtomicBoolean();
    private final KeptMinutes kept;
    private final Map<String, PriceWindow> windows = new HashMap<>();
    private final Set<String> unread = new HashSet<>();
    private final Thread thread;

    TickWatch(RuleBook book, PortfolioWatch portfolios, LatestTicks latest, Crossings crossings, KeptMinutes kept) {
        this.book = book;
        this.portfolios = portfolios;
        this.latest = latest;
        this.crossings = crossings;
        this.kept = kept;
        this.thread = Thread.ofVirtual().name("alert-ticks").start(this::run);
        book.tellNewcomers(rule -> {
            if (rule.terms().kind().ofTick()) {
                latest.find(String.valueOf(rule.terms().symbol())).ifPresent(tick -> ticks(List.of(tick)));
            }
        });
    }

    @Override
    public void ticks(List<Tick> ticks) {
        if (!waiting.offer(ticks)) {
            missed.set(true);
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                compare(waiting.take());
                if (waiting.isEmpty() && missed.compareAndSet(true, false)) {
                    log.warn(
                            "event=alert-ticks-missed watched={}",
                            book.symbols().size());
                    compare(book.symbols().stream()
                            .map(latest::find)
                            .flatMap(Optional::stream)
                            .toList());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void compare(List<Tick> ticks) {
        for (var tick : ticks) {
            try {
                compare(tick);
            } catch (RuntimeException e) { // the next price is not to suffer from it
                log.error("event=alert-tick-failed symbol={}", tick.symbol(), e);
            }
            portfolios.priced(tick.symbol());
        }
    }

    private void compare(Tick tick) {
        var rules = book.ofSymbol(tick.symbol());
        if (rules.stream().anyMatch(rule -> rule.terms().windowMinutes() != null)) {
            window(tick).add(tick.price(), tick.asOf()).ifPresent(minute -> kept.keep(tick.symbol(), minute));
        } else {
            windows.remove(tick.symbol());
            unread.remove(tick.symbol());
        }
        for (var rule : rules) {
            value(rule.terms(), tick)
                    .flatMap(value -> rule.observe(value, tick.asOf(), tick.currency()))
                    .ifPresent(crossings::put);
        }
    }

    /** While what was kept cannot be read, a window begins without it and is looked for again with the next price. */
    private PriceWindow window(Tick tick) {
        var symbol = tick.symbol();
        var window = windows.get(symbol);
        if (window == null) {
            window = new PriceWindow();
            windows.put(symbol, window);
            unread.add(symbol);
        }
        if (unread.contains(symbol)) {
            try {
                window.precede(kept.read(symbol, PriceWindow.minute(tick.asOf()) - PriceWindow.LONGEST_MINUTES));
                unread.remove(symbol);
            } catch (DataAccessException e) {
                log.warn("event=alert-window-unread symbol={} reason=\"{}\"", symbol, e.getMessage());
            }
        }
        return window;
    }

    private Optional<BigDecimal> value(Terms terms, Tick tick) {
        if (terms.kind() == AlertKind.PRICE) {
            return Optional.of(tick.price());
        }
        return terms.kind() == AlertKind.PERCENT_MOVE ? move(terms, tick) : Optional.empty();
    }

    private Optional<BigDecimal> move(Terms terms, Tick tick) {
        var minutes = terms.windowMinutes();
        var window = windows.get(tick.symbol());
        if (minutes != null && window != null) {
            var rise = change(window.low(minutes, tick.asOf()), tick.price());
            var fall = change(window.high(minutes, tick.asOf()), tick.price()).negate();
            return Optional.of(directed(terms.direction(), rise, fall));
        }
        return Optional.ofNullable(tick.previousClose())
                .filter(close -> close.signum() > 0)
                .map(close -> change(close, tick.price()))
                .map(change -> directed(terms.direction(), change, change.negate()));
    }

    private static BigDecimal directed(@Nullable Direction direction, BigDecimal rise, BigDecimal fall) {
        return direction == Direction.ABOVE ? rise : direction == Direction.BELOW ? fall : rise.max(fall);
    }

    private static BigDecimal change(BigDecimal from, BigDecimal to) {
        return to.divide(from, MathContext.DECIMAL64).subtract(BigDecimal.ONE);
    }

    @Override
    public void destroy() {
        thread.interrupt();
    }
}
