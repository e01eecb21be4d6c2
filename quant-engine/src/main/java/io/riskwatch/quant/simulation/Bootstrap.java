package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.random.Variates;
import java.util.random.RandomGenerator;

/**
 * Futures cut from the past: blocks of consecutive historical returns put together at random, so that what belongs together
 * (clusters of volatility) mostly stays together.
 *
 * <p>Stationary: block lengths are geometric with the given mean and history is a circle, so every return is equally likely. A
 * mean of 1 draws single returns independently. Each call takes one historical return, whatever the period's length.
 *
 * <p>Source: D. Politis and J. Romano, "The stationary bootstrap" (1994).
 */
public final class Bootstrap implements ReturnModel {
    private final double[] history;
    private final double meanBlock;
    private final boolean fixed;

    private Bootstrap(double[] history, double meanBlock, boolean fixed) {
        this.history = Arguments.simpleReturns("history", history, 2).clone();
        this.meanBlock = meanBlock;
        this.fixed = fixed;
    }

    /**
     * Blocks of random length.
     *
     * @param history at least two simple returns
     * @param meanBlock mean length, at least 1
     */
    public static Bootstrap stationary(double[] history, double meanBlock) {
        Arguments.within("meanBlock", meanBlock, 1, history.length);
        return new Bootstrap(history, meanBlock, false);
    }

    /** Blocks of one length (circular block bootstrap). */
    public static Bootstrap blocks(double[] history, int block) {
        Arguments.within("block", block, 1, history.length);
        return new Bootstrap(history, block, true);
    }

    @Override
    public Path start(RandomGenerator random) {
        int[] state = {0, 0}; // position, returns left in a fixed block
        state[0] = anywhere(random);
        state[1] = (int) meanBlock;
        boolean[] begun = {false};
        return years -> {
            if (begun[0]) {
                boolean jump = fixed ? --state[1] == 0 : Variates.uniform(random) < 1 / meanBlock;
                state[0] = jump ? anywhere(random) : (state[0] + 1) % history.length;
                if (jump) {
                    state[1] = (int) meanBlock;
                }
            }
            begun[0] = true;
            return history[state[0]];
        };
    }

    private int anywhere(RandomGenerator random) {
        return (int) (Variates.uniform(random) * history.length);
    }
}
