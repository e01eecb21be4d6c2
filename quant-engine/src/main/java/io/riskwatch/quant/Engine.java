package io.riskwatch.quant;

import io.riskwatch.quant.kernel.Lanes;

/** What a result says about the engine that computed it. */
public final class Engine {
    /** Rises when any figure changes: two results of the same version, inputs and kernel are equal to the last bit. */
    public static final String VERSION = "0.1";

    private Engine() {}

    /** Which arithmetic does the work in this process: {@code scalar}, {@code vector-128}, {@code vector-256} or {@code vector-512}. */
    public static String kernel() {
        return Lanes.active().label();
    }
}
