package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paper.order.PriceTick;
import io.riskwatch.portfolio.tick.Tick;
import io.riskwatch.portfolio.tick.TickListener;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Hands ticks to the orders and accounts they concern, in their order, on a thread of its own: the feed is not to wait for a
 * database. When it cannot keep up, the ticks that find no place are lost to the orders, as they are to a trader who is too slow.
 */
@Component
class PaperTicks implements TickListener, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PaperTicks.class);
    private static final int MOST_WAITING = 20_000;
    private static final int SCALE = 10;

    private final OpenOrders open;
    private final OrderFills fills;
    private final PaperMarginWatch margins;
    private final BlockingQueue<Tick> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread worker;

    PaperTicks(OpenOrders open, OrderFills fills, PaperMarginWatch margins) {
        this.open = open;
        this.fills = fills;
        this.margins = margins;
        this.worker = Thread.ofVirtual().name("paper-ticks").start(this::work);
    }

    @Override
    public void ticks(List<Tick> ticks) {
        int lost = 0;
        for (Tick tick : ticks) {
            if ((open.concerns(tick.symbol()) || margins.concerns(tick.symbol())) && !waiting.offer(tick)) {
                lost++;
            }
        }
        if (lost > 0) {
            log.warn("event=paper-ticks-lost count={}", lost);
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                meet(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void meet(Tick tick) {
        for (OpenOrders.Working working : open.of(tick.symbol())) {
            if (working.kept().currency().getCode().equals(tick.currency())) {
                try {
                    if (fills.meet(working, priced(tick))) {
                        margins.changed(working.organisationId(), working.kept().portfolioId());
                    }
                } catch (RuntimeException e) { // the next tick may be luckier, and other orders are not to suffer
                    log.warn("event=paper-tick-failed order={} reason=\"{}\"", working.id(), e.getMessage());
                }
            }
        }
        margins.onTick(tick.symbol());
    }

    /** As the database keeps it: so that a tick read back is the same tick. */
    private static PriceTick priced(Tick tick) {
        BigDecimal price =
                tick.price().scale() > SCALE ? tick.price().setScale(SCALE, RoundingMode.HALF_EVEN) : tick.price();
        return new PriceTick(price, tick.asOf().truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public void destroy() {
        worker.interrupt();
    }
}
