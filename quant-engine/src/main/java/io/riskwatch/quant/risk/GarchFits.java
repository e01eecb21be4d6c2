package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.kernel.Blocks;
import io.riskwatch.quant.kernel.GarchLikelihood;
import io.riskwatch.quant.stat.Moments;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * {@link Garch} fitted to many series at once, as many side by side as the processor's vectors have lanes.
 *
 * <p>Quasi-maximum likelihood as {@link Garch#fit}: normal innovations, the mean fitted with the rest, before the sample e^2 and h
 * are the mean squared residual. Fisher scoring with analytic derivatives from two starts of seven compared, up to and on the
 * limits alpha = 0, beta = 0 and alpha + beta = 1. Accuracy: log-likelihood within 1e-3 of the best that Nelder-Mead finds from
 * three starts, on every series of the tests' suite (near-integrated, nearly constant variance, Student t, short). A series whose
 * lane is done makes room for the next; its figures do not depend on its neighbours, nor on the number of threads.
 *
 * <p>Source: G. Fiorentini, G. Calzolari and L. Panattoni, "Analytic derivatives and the computation of GARCH estimates", Journal of
 * Applied Econometrics 11 (1996).
 */
public final class GarchFits {
    private final @Nullable Garch[] models;
    private final @Nullable String[] reasons;

    private GarchFits(int series) {
        this.models = new Garch[series];
        this.reasons = new String[series];
    }

    /** Fits in the calling thread. */
    public static GarchFits of(double[][] returns) {
        return of(returns, 1);
    }

    /**
     * Fits every column.
     *
     * @param returns {@code double[periods][series]}, at least {@value Garch#LEAST_OBSERVATIONS} periods
     * @param threads that share the work, at least 1
     */
    public static GarchFits of(double[][] returns, int threads) {
        Arguments.matrix("returns", returns, Garch.LEAST_OBSERVATIONS);
        Arguments.atLeast("threads", threads, 1);
        GarchFits fits = new GarchFits(returns[0].length);
        AtomicInteger next = new AtomicInteger();
        int shares = Math.min(threads, (fits.size() + GarchLikelihood.lanes() - 1) / GarchLikelihood.lanes());
        double[][] columns = columns(returns, threads);
        IntConsumer share = number -> fits.new Lanes(columns).work(next);
        Blocks.run(shares, threads, () -> share, Blocks.Watch.NONE);
        return fits;
    }

    /** The columns, written a few at a time so that a line of memory is read once. */
    private static double[][] columns(double[][] returns, int threads) {
        int together = 8;
        double[][] columns = new double[returns[0].length][returns.length];
        IntConsumer transpose = block -> {
            int to = Math.min(columns.length, (block + 1) * together);
            for (int t = 0; t < returns.length; t++) {
                for (int s = block * together; s < to; s++) {
                    columns[s][t] = returns[t][s];
                }
            }
        };
        Blocks.run((columns.length + together - 1) / together, threads, () -> transpose, Blocks.Watch.NONE);
        return columns;
    }

    /** Number of series. */
    public int size() {
        return models.length;
    }

    /** The model of a series; undefined, with the reason, where it has none: one constant series does not end the fit of the rest. */
    public Garch model(int series) {
        Arguments.within("series", series, 0, models.length - 1);
        Garch model = models[series];
        if (model == null) {
            throw new UndefinedMeasureException(String.valueOf(reasons[series]));
        }
        return model;
    }

    /** Why a series has no model; empty if it has one. */
    public Optional<String> failure(int series) {
        Arguments.within("series", series, 0, models.length - 1);
        return Optional.ofNullable(reasons[series]);
    }

    /** One thread's lanes, each with a series, its search and its scale. */
    private final class Lanes {
        private final double[][] columns;
        private final int width = GarchLikelihood.lanes();
        private final double[] standard;
        private final double[] mean = new double[width];
        private final double[] meanSquare = new double[width];
        private final double[] parameters = new double[GarchLikelihood.PARAMETERS * width];
        private final double[] figures = new double[GarchLikelihood.FIGURES * width];
        private final int[] series = new int[width];
        private final Moments[] moments = new Moments[width];
        private final GarchSearch[] searches = new GarchSearch[width];

        Lanes(double[][] columns) {
            this.columns = columns;
            this.standard = new double[columns[0].length * width];
            Arrays.fill(meanSquare, 1);
        }

        /** Takes series from the common queue until it is empty and every lane is done. */
        void work(AtomicInteger next) {
            int busy = 0;
            for (int lane = 0; lane < width; lane++) {
                busy += load(lane, next) ? 1 : 0;
            }
            while (busy > 0) {
                for (int lane = 0; lane < width; lane++) {
                    for (int i = 0; i < GarchLikelihood.PARAMETERS; i++) {
                        parameters[i * width + lane] = searches[lane].wanted()[i];
                    }
                }
                GarchLikelihood.evaluate(standard, mean, meanSquare, parameters, figures);
                for (int lane = 0; lane < width; lane++) {
                    busy -= isEmptied(lane, next) ? 1 : 0;
                }
            }
        }

        /** Hands the figures to a lane's search; whether the lane fell empty with it. */
        private boolean isEmptied(int lane, AtomicInteger next) {
            if (searches[lane].done()) {
                return false;
            }
            searches[lane].receive(figures, width, lane);
            if (!searches[lane].done()) {
                return false;
            }
            store(lane);
            return !load(lane, next);
        }

        private boolean load(int lane, AtomicInteger next) {
            for (int s = next.getAndIncrement(); s < models.length; s = next.getAndIncrement()) {
                double[] column = columns[s];
                Moments found = Moments.of(column);
                if (found.varies()) {
                    series[lane] = s;
                    moments[lane] = found;
                    searches[lane] = new GarchSearch(column.length);
                    standardise(lane, column);
                    return true;
                }
                reasons[s] = "GARCH has no value: the returns never vary";
            }
            searches[lane] = searches[lane] == null ? GarchSearch.idle() : searches[lane];
            return false;
        }

        /** Brings the column to mean 0 and variance 1, but for rounding that does not matter to its likelihood. */
        private void standardise(int lane, double[] column) {
            double mean = moments[lane].mean();
            double perDeviation = 1 / moments[lane].populationStandardDeviation();
            for (int t = 0; t < column.length; t++) {
                standard[t * width + lane] = (column[t] - mean) * perDeviation;
            }
        }

        private void store(int lane) {
            if (!searches[lane].converged()) {
                reasons[series[lane]] = "GARCH fit: scoring still improved after " + GarchSearch.PASSES + " passes";
                return;
            }
            double scale = moments[lane].populationStandardDeviation();
            double[] found = searches[lane].best();
            models[series[lane]] =
                    new Garch(moments[lane].mean() + scale * found[0], found[1] * scale * scale, found[2], found[3]);
        }
    }
}
