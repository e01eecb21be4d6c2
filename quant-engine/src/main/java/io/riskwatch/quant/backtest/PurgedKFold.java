package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cross-validation for labels that overlap in time: what was learnt must not have seen any part of what is tested.
 *
 * <p>Observation i knows the periods from i to its label's end, both included (a 5-day return made at i ends at i + 5). Of the
 * training set are removed: every observation whose periods touch those of the test fold (purging), and as many observations after
 * the fold's last label end as the embargo says, since their features still echo the test.
 *
 * <p>Source: M. López de Prado, "Advances in Financial Machine Learning" (2018) ch. 7. His snippet 7.3 keeps an observation whose
 * period only touches the fold's at one end; here the ends belong to the label, and it is removed.
 */
public final class PurgedKFold {
    private PurgedKFold() {}

    /**
     * One fold.
     *
     * @param testFrom first observation of the test
     * @param testTo first observation after the test
     * @param training observations to learn from, ascending, never empty
     */
    public record Split(int testFrom, int testTo, List<Integer> training) {
        public Split {
            training = List.copyOf(training);
        }
    }

    /**
     * The folds in order of time; sizes differ by at most one, the greater first.
     *
     * @param labelEnds for each observation the last period its label knows, at least its own index
     * @param folds at least 2, at most the number of observations
     * @param embargo number of observations, not negative; usually about 1 % of them
     */
    public static List<Split> splits(int[] labelEnds, int folds, int embargo) {
        Arguments.within("folds", folds, 2, labelEnds.length);
        Arguments.atLeast("embargo", embargo, 0);
        for (int i = 0; i < labelEnds.length; i++) {
            Arguments.atLeast("labelEnds[" + i + "]", labelEnds[i], i);
        }
        List<Split> splits = new ArrayList<>();
        int from = 0;
        for (int fold = 0; fold < folds; fold++) {
            int to = from + labelEnds.length / folds + (fold < labelEnds.length % folds ? 1 : 0);
            splits.add(split(labelEnds, from, to, embargo));
            from = to;
        }
        return List.copyOf(splits);
    }

    private static Split split(int[] labelEnds, int from, int to, int embargo) {
        long lastKnown = Arrays.stream(labelEnds, from, to).max().orElseThrow();
        List<Integer> training = new ArrayList<>();
        for (int i = 0; i < labelEnds.length; i++) {
            if (i < from ? labelEnds[i] < from : i > lastKnown + embargo) {
                training.add(i);
            }
        }
        if (training.isEmpty()) {
            throw new IllegalArgumentException("labelEnds and embargo leave nothing to learn from for the test of ["
                    + from + ", " + to + "): take fewer folds, shorter labels or a smaller embargo, was " + embargo);
        }
        return new Split(from, to, training);
    }
}
