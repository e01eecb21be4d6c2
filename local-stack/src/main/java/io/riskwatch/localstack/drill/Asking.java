package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.platform.GatewayClient;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks questions as a careful program does: each under a key of its own, again under the same key until it is accepted. Which question
 * comes when, and which analysis is cancelled, is the seed's choice.
 */
final class Asking implements AutoCloseable {

    private static final int ACCEPTED = 202;
    /** Answers that say: not now, ask again. */
    private static final Set<Integer> MAY_PASS = Set.of(409, 429, 502, 503, 504);

    private static final int AT_ONCE = 64;
    private static final int REGRETTED_ONE_IN = 12;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final GatewayClient client;
    private final Ledger ledger;
    private final List<Question> questions;
    private final Random random;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final List<Future<?>> asked = new ArrayList<>();
    private final long seed;
    private int count;

    Asking(GatewayClient client, Ledger ledger, List<Question> questions, long seed, Duration patience) {
        this.client = client;
        this.ledger = ledger;
        this.questions = questions;
        this.seed = seed;
        this.random = new Random(seed);
        this.patience = patience;
    }

    /** Asks so many questions now; returns when all are under way. */
    void some(int jobs) {
        for (int i = 0; i < jobs; i++) {
            next();
        }
    }

    /** Asks so many a second while the other thing is done, whether the last ones have been answered or not. */
    void during(int perSecond, Runnable otherThing) {
        Future<?> fault = threads.submit(otherThing);
        long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (long due = System.nanoTime(); !fault.isDone(); due += period) {
            sleep(Math.max(0, due - System.nanoTime()));
            next();
        }
        join(fault);
    }

    /** Waits until every question so far is accepted. */
    void allAccepted() {
        asked.forEach(Asking::join);
        asked.clear();
    }

    private void next() {
        put(questions.get(random.nextInt(questions.size())), random.nextInt(REGRETTED_ONE_IN) == 0);
    }

    /** Asks this question. */
    void once(Question question) {
        put(question, false);
    }

    private void put(Question question, boolean regretted) {
        String key = "drill-" + seed + "-" + System.identityHashCode(this) + "-" + count++;
        asked.add(threads.submit(() -> {
            ask(question, key, regretted);
            return null;
        }));
    }

    private void ask(Question question, String key, boolean regretted) throws InterruptedException {
        room.acquire();
        try {
            long end = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < end) {
                if (tried(question, key, regretted)) {
                    return;
                }
                sleep(PAUSE.toNanos());
            }
            ledger.violate("a question was not accepted within " + patience.toSeconds() + " s");
        } finally {
            room.release();
        }
    }

    private boolean tried(Question question, String key, boolean regretted) throws InterruptedException {
        try {
            GatewayClient.Answer answer = client.post("/api/v1/analyses", question.body(), key);
            if (answer.status() == ACCEPTED) {
                String id = answer.json().getString("id");
                ledger.accept(id, question, answer.millis());
                if (regretted) {
                    cancel(id);
                }
                return true;
            }
            ledger.refused(Integer.toString(answer.status()));
            if (!MAY_PASS.contains(answer.status())) {
                ledger.violate("POST /api/v1/analyses answered " + answer.status() + ": " + answer.body());
            }
        } catch (IOException e) {
            ledger.refused(e.getClass().getSimpleName());
        }
        return false;
    }

    private void cancel(String id) throws InterruptedException {
        try {
            int status = client.delete("/api/v1/analyses/" + id).status();
            if (status == 200 || status == 202) {
                ledger.cancelled();
            }
        } catch (IOException e) {
            ledger.refused("DELETE " + e.getClass().getSimpleName());
        }
    }

    static void sleep(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    static void join(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new StackException("A drill's hand failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
