package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;
import java.util.ArrayList;
import java.util.List;

/**
 * Many moving-average crosses at once: every fast window with every slow one that is longer.
 *
 * @param fast windows, at least 1 each
 * @param slow windows
 * @param below what to hold below: {@link Position#FLAT} or {@link Position#SHORT}
 */
public record MovingAverageGrid(List<Integer> fast, List<Integer> slow, Position below) {
    public MovingAverageGrid {
        fast = List.copyOf(fast);
        slow = List.copyOf(slow);
        if (below == Position.LONG) {
            throw new IllegalArgumentException("below must be FLAT or SHORT, was LONG");
        }
        for (int i = 0; i < fast.size(); i++) {
            Arguments.atLeast("fast[" + i + "]", fast.get(i), 1);
        }
        int longest = slow.stream().mapToInt(Integer::intValue).max().orElse(0);
        int shortest = fast.stream().mapToInt(Integer::intValue).min().orElse(Integer.MAX_VALUE);
        if (shortest >= longest) {
            throw new IllegalArgumentException(
                    "grid must have a fast window shorter than a slow one, had " + fast + " and " + slow);
        }
    }

    /** The rules in the order of the sweep's variants: by fast window, then by slow window, as they were given. */
    public List<MovingAverageCross> rules() {
        List<MovingAverageCross> rules = new ArrayList<>();
        for (int quick : fast) {
            slow.stream()
                    .filter(window -> window > quick)
                    .forEach(window -> rules.add(new MovingAverageCross(quick, window, below)));
        }
        return List.copyOf(rules);
    }
}
