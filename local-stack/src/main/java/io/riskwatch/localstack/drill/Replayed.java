package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.platform.RunningService;
import io.riskwatch.localstack.platform.Service;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.replay.DeadLetter;
import io.riskwatch.localstack.replay.DeadLetters;
import io.riskwatch.localstack.replay.ReplayCommand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Price history is away for longer than jobs are tried again. Those that need it become dead letters and their owners are told; when
 * it is back, the operator's command sends them to the workers again, and they complete as if nothing had been.
 */
final class Replayed implements Drill {

    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED");
    private static final int DOOMED_ONCE_IN = 50;
    private static final long LOOK_EVERY_NANOS = 500_000_000;

    @Override
    public String name() {
        return "replayed";
    }

    @Override
    public String summary() {
        return "price history away until jobs are given up; the operator's command replays them";
    }

    @Override
    public void run(Scene scene) {
        RunningService history = scene.platform().service(Service.MARKETDATA);
        history.kill();
        ask(scene);
        scene.timed("given up after s", scene::awaitQuiet);
        Set<String> dead = dead(scene);
        requireDeadIsFailed(scene, dead);
        history.start();
        scene.figure("replayed", dead.size());
        replay(scene, dead);
    }

    /** Few that cannot be computed, since while they are tried again they keep the places their plan allows at once, and more that can. */
    private static void ask(Scene scene) {
        List<Question> all = Question.dozen();
        List<Question> needing = all.stream().filter(Question::needsHistory).toList();
        List<Question> others =
                all.stream().filter(question -> !question.needsHistory()).toList();
        List<Question> asked = new ArrayList<>();
        for (int job = 0; job < scene.scale().jobs(); job += DOOMED_ONCE_IN) {
            asked.addAll(needing);
        }
        for (int job = 0; job < scene.scale().jobs() / 2; job++) {
            asked.add(others.get(scene.random().nextInt(others.size())));
        }
        Collections.shuffle(asked, scene.random());
        asked.forEach(scene.asking()::once);
        scene.asking().allAccepted();
    }

    /** The analyses among the dead letters; each has its reason. */
    private static Set<String> dead(Scene scene) {
        Set<String> dead = new TreeSet<>();
        for (DeadLetter letter : new DeadLetters(scene.platform().servers()).list()) {
            dead.add(letter.analysisId());
            if (!letter.reason().contains("price history")) {
                scene.ledger().violate("dead letter " + letter.analysisId() + " says \"" + letter.reason() + "\"");
            }
        }
        return dead;
    }

    /** What could not be computed has failed and lies there; everything else is done. */
    private static void requireDeadIsFailed(Scene scene, Set<String> dead) {
        Map<String, Question> accepted = scene.ledger().accepted();
        Set<String> failed = settled(scene, accepted.keySet(), ENDED::contains);
        if (dead.isEmpty() || !failed.equals(dead)) {
            scene.ledger().violate("failed are " + failed + ", dead letters " + dead);
        }
        dead.stream()
                .filter(id -> !accepted.containsKey(id) || !accepted.get(id).needsHistory())
                .forEach(id -> scene.ledger().violate(id + " was given up and needs no price history"));
    }

    private static void replay(Scene scene, Set<String> dead) {
        try {
            String said = ReplayCommand.obey(scene.platform().servers(), "all");
            if (!said.endsWith(dead.size() + " sent again.")) {
                scene.ledger().violate("replay said: " + said);
            }
        } catch (StackException e) {
            scene.ledger().violate("replay refused: " + e.getMessage());
        }
        scene.timed("completed after s", () -> settled(scene, dead, state -> state.equals("COMPLETED")));
    }

    /** Waits until the state of each is such; answers those that have failed. */
    private static Set<String> settled(Scene scene, Set<String> ids, Predicate<String> such) {
        long end = System.nanoTime() + scene.scale().patience().toNanos();
        Map<String, String> states = states(scene, ids);
        while (!states.values().stream().allMatch(such) && System.nanoTime() < end) {
            Asking.sleep(LOOK_EVERY_NANOS);
            states = states(scene, ids);
        }
        return states.entrySet().stream()
                .filter(entry -> entry.getValue().equals("FAILED"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> states(Scene scene, Set<String> ids) {
        Map<String, Document> rows = scene.verification().rows();
        return ids.stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> rows.getOrDefault(id, new Document("state", "MISSING"))
                                .getString("state")));
    }
}
