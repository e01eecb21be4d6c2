package io.riskwatch.localstack.replay;

import io.riskwatch.localstack.process.StackException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The words behind {@code ./riskwatch replay}: none lists the dead letters, {@code all} or ids replay, {@code --discard} throws away. */
public final class ReplayCommand {

    private static final String DISCARD = "--discard";
    private static final String ALL = "all";

    private ReplayCommand() {}

    /**
     * What the words ask for, done; the answer is for the operator to read.
     *
     * @param properties the Spring properties that lead to the broker
     * @param line the words, separated by blanks
     */
    public static String obey(Map<String, String> properties, String line) {
        List<String> words = Arrays.stream(line.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        boolean discard = words.contains(DISCARD);
        List<String> chosen =
                words.stream().filter(word -> !word.equals(DISCARD)).toList();
        DeadLetters letters = new DeadLetters(properties);
        if (chosen.isEmpty()) {
            if (discard) {
                throw new StackException("Which? ./riskwatch replay --discard all, or the ids of analyses");
            }
            return listed(letters.list());
        }
        Predicate<DeadLetter> fits = fits(chosen);
        List<DeadLetter> done = discard ? letters.discard(fits) : letters.replay(fits);
        if (done.isEmpty()) {
            throw new StackException("No dead letter fits. ./riskwatch replay lists them.");
        }
        return listed(done) + "\n" + done.size() + (discard ? " thrown away." : " sent again.");
    }

    private static Predicate<DeadLetter> fits(List<String> chosen) {
        if (chosen.equals(List.of(ALL))) {
            return letter -> true;
        }
        Set<String> ids = Set.copyOf(
                chosen.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
        return letter -> ids.contains(letter.analysisId().toLowerCase(Locale.ROOT));
    }

    private static String listed(List<DeadLetter> letters) {
        return letters.isEmpty()
                ? "No dead letters."
                : letters.stream().map(DeadLetter::line).collect(Collectors.joining("\n"));
    }
}
