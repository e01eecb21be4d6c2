package io.riskwatch.localstack.drill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What {@code ./riskwatch drill} is asked to do.
 *
 * @param drills by name, in the order they are run in
 * @param seeds each on a fresh platform
 * @param resume whether what has held before, on this very state of the sources, is left out
 */
record DrillPlan(List<String> drills, List<Long> seeds, boolean resume) {

    private static final int SEEDS = 3;

    DrillPlan {
        drills = List.copyOf(drills);
        seeds = List.copyOf(seeds);
    }

    /**
     * Reads the words behind the verb: {@code [--resume] [--seed N]... [NAME]...}; without a name all, without a seed 1 to 3.
     *
     * @throws IllegalArgumentException in words, when they are none of these
     */
    static DrillPlan of(List<String> words, Collection<String> known) {
        Set<String> drills = new LinkedHashSet<>();
        Set<Long> seeds = new LinkedHashSet<>();
        boolean resume = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "--resume" -> resume = true;
                case "--seed" -> {
                    i++;
                    seeds.add(seed(i < words.size() ? words.get(i) : ""));
                }
                default -> {
                    if (!known.contains(word)) {
                        throw new IllegalArgumentException("There is no drill " + word + ".");
                    }
                    drills.add(word);
                }
            }
        }
        return new DrillPlan(
                new ArrayList<>(drills.isEmpty() ? known : drills),
                seeds.isEmpty() ? LongStream.rangeClosed(1, SEEDS).boxed().toList() : new ArrayList<>(seeds),
                resume);
    }

    private static long seed(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seed takes a number, was \"" + word + "\".", e);
        }
    }

    /** The drills of a seed that are still to be run. */
    List<String> left(long seed, KeptDrills kept) {
        return drills.stream()
                .filter(drill -> !(resume && kept.held(drill, seed)))
                .toList();
    }
}
