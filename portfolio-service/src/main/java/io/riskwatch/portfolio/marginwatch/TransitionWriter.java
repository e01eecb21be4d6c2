package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.service.tenancy.Tenancy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Writes changes of state in the background, those of one organisation in their order. No more than one per account waits, for the
 * book judges an account no further until it has heard what became of its last change; so the queue is no longer than the book.
 */
@Component
class TransitionWriter implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TransitionWriter.class);
    private static final int LANES = 2;
    private static final int BATCH = 100;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Transitions transitions;
    private final List<Lane> lanes = new ArrayList<>();

    TransitionWriter(Transitions transitions) {
        this.transitions = transitions;
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(new Lane(lane));
        }
    }

    /**
     * Takes changes to write.
     *
     * @param book where to tell it what became of them
     */
    void write(List<Transition> found, Consumer<Consumer<MarginBook>> book) {
        for (Transition transition : found) {
            int lane = Math.floorMod(transition.account().organisationId.hashCode(), LANES);
            lanes.get(lane).waiting.add(new Order(transition, book));
        }
    }

    @Override
    public void destroy() {
        lanes.forEach(lane -> lane.thread.interrupt());
    }

    private record Order(Transition transition, Consumer<Consumer<MarginBook>> book) {

        UUID portfolioId() {
            return transition.account().portfolioId;
        }
    }

    /** One thread, and what waits for it. */
    private final class Lane {

        private final BlockingQueue<Order> waiting = new LinkedBlockingQueue<>();
        private final Thread thread;

        Lane(int number) {
            this.thread =
                    Thread.ofPlatform().name("margin-events-" + number).daemon().start(this::run);
        }

        private void run() {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    List<Order> orders = new ArrayList<>();
                    orders.add(waiting.take());
                    waiting.drainTo(orders, BATCH - 1);
                    Map<UUID, List<Order>> byOrganisation = new LinkedHashMap<>();
                    orders.forEach(order -> byOrganisation
                            .computeIfAbsent(order.transition().account().organisationId, first -> new ArrayList<>())
                            .add(order));
                    byOrganisation.forEach(this::writeTogether);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void writeTogether(UUID organisationId, List<Order> orders) {
            try {
                write(organisationId, orders);
            } catch (RuntimeException e) {
                if (orders.size() == 1) {
                    giveUp(orders.getFirst(), e);
                } else {
                    orders.forEach(order -> writeTogether(organisationId, new ArrayList<>(List.of(order))));
                }
            }
        }

        private void write(UUID organisationId, List<Order> orders) {
            List<StoredState> kept = Tenancy.as(
                    organisationId,
                    () -> transitions.write(
                            orders.stream().map(Order::transition).toList()));
            for (int i = 0; i < orders.size(); i++) {
                settle(orders.get(i), kept.get(i));
            }
        }

        private void settle(Order order, StoredState kept) {
            if (kept.version() == order.transition().version()) {
                postpone(order); // somebody who knows newer prices found the state that is kept
            } else {
                order.book().accept(book -> book.settle(order.portfolioId(), kept));
            }
        }

        private void giveUp(Order order, RuntimeException cause) {
            log.warn("event=margin-change-postponed portfolio={}", order.portfolioId(), cause);
            postpone(order);
        }

        /** It is judged again in a moment, and then written if it still holds. */
        private void postpone(Order order) {
            CompletableFuture.delayedExecutor(RETRY.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> order.book().accept(book -> book.giveUp(order.portfolioId())));
        }
    }
}
