package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What one would have earned by choosing, again and again, the strategy that was best so far: choose on the past, earn on the
 * time that follows, move on.
 *
 * <p>The joined returns contain no period on which their own choice was made, so they may be judged like a real record.
 *
 * <p>Source: R. Pardo, "The Evaluation and Optimization of Trading Strategies" (2008) ch. 11.
 */
public final class WalkForward {
    private final List<Integer> chosen;
    private final double[] returns;

    /** Which past a choice looks at. */
    public enum Training {
        /** The last so many periods. */
        ROLLING,
        /** Everything from the first period on. */
        ANCHORED
    }

    /**
     * Periods to choose on, [trainFrom, trainTo), and those that follow at once to earn on, [trainTo, testTo).
     *
     * @param trainFrom first period of the choice
     * @param trainTo first period after the choice
     * @param testTo first period after the test
     */
    public record Window(int trainFrom, int trainTo, int testTo) {
        public Window {
            Arguments.atLeast("trainFrom", trainFrom, 0);
            Arguments.atLeast("trainTo", trainTo, trainFrom + 1);
            Arguments.atLeast("testTo", testTo, trainTo + 1);
        }
    }

    private WalkForward(List<Integer> chosen, double[] returns) {
        this.chosen = List.copyOf(chosen);
        this.returns = returns;
    }

    /**
     * The windows of a history. Tests follow each other without gap or overlap; what remains at the end and does not fill a
     * test is left out.
     *
     * @param periods length of the history, at least train + test
     * @param train periods of the first choice, at least 1
     * @param test periods of each test, at least 1
     */
    public static List<Window> windows(int periods, int train, int test, Training training) {
        Arguments.atLeast("train", train, 1);
        Arguments.atLeast("test", test, 1);
        if (periods - test < train) {
            throw new IllegalArgumentException(
                    "periods must be at least train + test = " + ((long) train + test) + ", was " + periods);
        }
        List<Window> windows = new ArrayList<>();
        for (int from = 0; from + train <= periods - test; from += test) {
            windows.add(new Window(training == Training.ANCHORED ? 0 : from, from + train, from + train + test));
        }
        return List.copyOf(windows);
    }

    /**
     * Chooses and earns, window by window.
     *
     * @param returns simple returns {@code double[periods][candidates]}, at least two candidates, each made without looking ahead
     * @param windows inside the history, from {@link #windows} or the caller's own
     * @param measure of a candidate's returns, greater is better, e.g. its Sharpe ratio; the first of equals is chosen
     */
    public static WalkForward run(double[][] returns, List<Window> windows, ToDoubleFunction<double[]> measure) {
        Candidates candidates = new Candidates(returns, measure);
        Arguments.atLeast("windows", windows.size(), 1);
        List<Integer> chosen = new ArrayList<>();
        List<Double> earned = new ArrayList<>();
        for (Window window : windows) {
            Arguments.within("testTo", window.testTo(), 2, returns.length);
            int best = Candidates.best(candidates.scores(window.trainFrom(), window.trainTo(), period -> true));
            chosen.add(best);
            IntStream.range(window.trainTo(), window.testTo()).forEach(t -> earned.add(returns[t][best]));
        }
        double[] joined = earned.stream().mapToDouble(Double::doubleValue).toArray();
        return new WalkForward(chosen, joined);
    }

    /** Index of the candidate chosen in each window. */
    public List<Integer> chosen() {
        return chosen;
    }

    /** Returns of the tests, joined. */
    public double[] returns() {
        return returns.clone();
    }
}
