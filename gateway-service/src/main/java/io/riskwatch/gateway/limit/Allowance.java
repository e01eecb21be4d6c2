package io.riskwatch.gateway.limit;

import java.time.Duration;

/**
 * What Redis has granted one client in advance, so that a busy client does not cost a call for each request: it is asked for
 * half of what the client sent in the second before. A client that sends little is counted one by one. What is granted is
 * paid for in Redis, and lost if it is not spent within a second: a limit may be a little stricter for that, never laxer.
 */
final class Allowance {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** No grant is more than this share of what may come at once. */
    private static final int SHARE_OF_BURST = 16;

    private long secondSince;
    private int sent;
    private int sentBefore;
    private int left;
    private long spendUntil;
    private boolean asked;
    private long refusedUntil;

    Allowance(long now) {
        secondSince = now;
        spendUntil = now;
        refusedUntil = now;
    }

    /** Notes a request and pays it with what is left. False where nothing is, and Redis is to be asked. */
    synchronized boolean spend(long now) {
        count(now);
        if (left > 0 && now - spendUntil < 0) {
            left--;
            return true;
        }
        left = 0;
        return false;
    }

    /** How long from now nobody may pass, as Redis said; zero or less where it has to be asked. */
    synchronized long refusedNanos(long now) {
        return refusedUntil - now;
    }

    /** How many requests to ask for: one while another question is on its way. */
    synchronized int wanted(int burst) {
        if (asked) {
            return 1;
        }
        asked = true;
        return Math.max(1, Math.min(burst / SHARE_OF_BURST, sentBefore / 2));
    }

    /** The question has been answered, or will not be. */
    synchronized void answered() {
        asked = false;
    }

    /** So many may pass; one of them is the asker's. */
    synchronized void granted(int requests, long now) {
        left += requests - 1;
        spendUntil = now + SECOND;
    }

    /** Nobody may before this time has passed. */
    synchronized void refused(long nanos, long now) {
        refusedUntil = now + nanos;
    }

    private void count(long now) {
        long seconds = (now - secondSince) / SECOND;
        if (seconds > 0) {
            sentBefore = seconds == 1 ? sent : 0;
            sent = 0;
            secondSince += seconds * SECOND;
        }
        sent++;
    }
}
