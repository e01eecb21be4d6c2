package io.riskwatch.localstack.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the asking side knows: which questions were accepted under which id, how long it took, and what else was answered. */
final class Ledger {

    private final Map<String, Question> accepted = new HashMap<>();
    private final List<Double> millis = new ArrayList<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private int cancellations;

    synchronized void accept(String id, Question question, double tookMillis) {
        Question before = accepted.putIfAbsent(id, question);
        if (before != null) {
            violate("analysis " + id + " was given to two requests");
        }
        millis.add(tookMillis);
    }

    /** An answer that was no 202; the request was made again. */
    synchronized void refused(String answer) {
        refusals.merge(answer, 1, Integer::sum);
    }

    synchronized void cancelled() {
        cancellations++;
    }

    synchronized void violate(String what) {
        violations.add(what);
    }

    synchronized Map<String, Question> accepted() {
        return Map.copyOf(accepted);
    }

    synchronized Map<String, Integer> refusals() {
        return new TreeMap<>(refusals);
    }

    synchronized int cancellations() {
        return cancellations;
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** The time to a 202 that so many of all did not exceed, in milliseconds; 0 when nothing was accepted. */
    synchronized double quantileMillis(double fraction) {
        if (millis.isEmpty()) {
            return 0;
        }
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(fraction * sorted.size()) - 1));
    }
}
