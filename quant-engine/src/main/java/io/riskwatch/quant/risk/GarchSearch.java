package io.riskwatch.quant.risk;

import io.riskwatch.quant.kernel.GarchLikelihood;
import java.util.Arrays;

/**
 * The maximum-likelihood search for one standardised series, asked from outside for the next point to evaluate.
 *
 * <p>Fisher scoring, damped as Levenberg and Marquardt do by the ratio of gain to promise; moves stay inside the parameters' limits
 * ({@link ScoringStep}), so that a maximum on a limit (alpha = 0, alpha + beta = 1) is reached and not only approached. The
 * likelihood may have several maxima: the search climbs from the best persistent start and from the best of the others, and, where
 * the series is short or its variance nearly constant, from each of five more. A climb that meets an earlier summit is ended.
 */
final class GarchSearch {
    static final double LEAST_OMEGA = 1e-12;
    static final double MOST_PERSISTENCE = 1 - 1e-9;
    static final int PASSES = 600;

    /** alpha and beta, climb by climb; omega follows from a long-run variance of 1. */
    private static final double[][][] STARTS = {
        {{0.04, 0.95}, {0.12, 0.82}},
        {{0.15, 0.40}},
        {{0.01, 0.50}},
        {{0.003, 0.985}},
        {{0, 0.97}},
        {{0, 0.999}},
        {{0.35, 0.35}}
    };

    /**
     * Climbs that every series makes; the rest is for those shorter than {@link #SHORT} and those that gain less than {@link #CALM}
     * over a constant variance.
     */
    private static final int CLIMBS = 2;

    private static final int SHORT = 500;

    private static final double CALM = 8;
    private static final double LEAST_GAIN = 1e-7;
    private static final double LEAST_DAMPING = 1e-9;
    private static final double MOST_DAMPING = 1e9;

    private final double[][] curvature = new double[GarchLikelihood.PARAMETERS - 1][GarchLikelihood.PARAMETERS - 1];
    private final double constantValue;
    private double[] point = {};
    private double[] figures = {};
    private double[] trial = {};
    private double promised;
    private double[] best = {};
    private double bestValue = Double.NEGATIVE_INFINITY;
    private double damping;
    private int passes;
    private int climb;
    private int looked;
    private boolean done;

    /** A search for a series of so many periods, its variance 1. */
    GarchSearch(int periods) {
        this.constantValue = -0.5 * periods;
        look();
    }

    /** A search with nothing to find, for a lane without a series. */
    static GarchSearch idle() {
        GarchSearch idle = new GarchSearch(0);
        idle.done = true;
        return idle;
    }

    /** Whether the maximum is found, or given up. */
    boolean done() {
        return done;
    }

    /** Whether the maximum was found. */
    boolean converged() {
        return passes <= PASSES;
    }

    /** The best parameters: mu, omega, alpha, beta. */
    double[] best() {
        return best;
    }

    /** The point whose likelihood is wanted next. */
    double[] wanted() {
        return trial;
    }

    /** Takes the figures of {@link GarchLikelihood} at {@link #wanted()}. */
    void receive(double[] all, int lanes, int lane) {
        passes++;
        double gained = all[lane] - value();
        boolean looking = looked < STARTS[climb].length;
        if (gained > -1e-11) {
            point = trial;
            figures = new double[GarchLikelihood.FIGURES];
            for (int i = 0; i < figures.length; i++) {
                figures[i] = all[i * lanes + lane];
            }
        }
        if (looking) {
            looked++;
        } else {
            damp(gained);
        }
        if (passes > PASSES) {
            finishClimb();
            done = true;
        } else if (looked < STARTS[climb].length) {
            look();
        } else if (climb > 0 && isKnown()) {
            finishClimb();
        } else {
            move();
        }
    }

    private double value() {
        return figures.length == 0 ? Double.NEGATIVE_INFINITY : figures[0];
    }

    private void look() {
        double[] start = STARTS[climb][looked];
        trial = new double[] {0, 1 - start[0] - start[1], start[0], start[1]};
        damping = LEAST_DAMPING;
    }

    /** Shorter steps where the gain fell short of the promise, longer ones where it was kept. */
    private void damp(double gained) {
        if (gained < 0.25 * promised) {
            damping = Math.max(0.1, damping * 4);
        } else if (gained > 0.7 * promised) {
            damping = Math.max(LEAST_DAMPING, damping / 8);
        }
    }

    private boolean isKnown() {
        return Math.abs(value() - bestValue) < 0.01
                && Math.abs(point[2] - best[2]) < 0.01
                && Math.abs(point[3] - best[3]) < 0.02;
    }

    /** Chooses the next trial, or ends the climb where no move promises a gain. */
    private void move() {
        double[] slope = Arrays.copyOfRange(figures, 2, 1 + GarchLikelihood.PARAMETERS);
        double[] room = {point[1] - LEAST_OMEGA, point[2], point[3], Math.max(0, MOST_PERSISTENCE - point[2] - point[3])
        };
        while (damping < MOST_DAMPING) {
            bend();
            double[] step = ScoringStep.of(slope, curvature, room);
            if (step != null) {
                double meanStep = figures[1] / (figures[1 + GarchLikelihood.PARAMETERS] * (1 + damping));
                promised = gain(slope, step) + figures[1] * meanStep / 2;
                // damping hides a gain by its own size
                if (promised * (1 + damping) < LEAST_GAIN) {
                    break;
                }
                trial = inside(meanStep, step);
                return;
            }
            damping *= 8;
        }
        finishClimb();
    }

    /** The information of omega, alpha and beta, damped. */
    private void bend() {
        int at = 2 + GarchLikelihood.PARAMETERS;
        for (int i = 0; i < curvature.length; i++) {
            for (int j = i; j < curvature.length; j++) {
                curvature[i][j] = figures[at++] * (i == j ? 1 + damping : 1);
                curvature[j][i] = curvature[i][j];
            }
        }
    }

    private double gain(double[] slope, double[] step) {
        double gain = 0;
        for (int i = 0; i < step.length; i++) {
            double bent = 0;
            for (int j = 0; j < step.length; j++) {
                bent += curvature[i][j] * step[j];
            }
            gain += step[i] * (slope[i] - bent / 2);
        }
        return gain;
    }

    /** The point after the step, rounding kept inside the limits. */
    private double[] inside(double meanStep, double[] step) {
        double omega = Math.max(LEAST_OMEGA, point[1] + step[0]);
        double alpha = Math.clamp(point[2] + step[1], 0, MOST_PERSISTENCE);
        double beta = Math.clamp(point[3] + step[2], 0, MOST_PERSISTENCE - alpha);
        return new double[] {point[0] + meanStep, omega, alpha, beta};
    }

    private boolean isDoubtful() {
        return constantValue > -0.5 * SHORT || bestValue < constantValue + CALM;
    }

    private void finishClimb() {
        if (value() > bestValue) {
            bestValue = value();
            best = point;
        }
        climb++;
        figures = new double[0];
        looked = 0;
        if (climb < CLIMBS || (climb < STARTS.length && isDoubtful())) {
            look();
        } else {
            done = true;
        }
    }
}
