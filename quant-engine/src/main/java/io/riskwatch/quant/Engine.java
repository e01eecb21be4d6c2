package io.riskwatch.quant;

import io.riskwatch.quant.kernel.Lanes;

/** What a result says about the engine that computed it. */
public final class Engine {
    /**
     * MAJOR.MINOR.PATCH: two results of the same version, inputs, seed and kernel are equal to the last bit.
     *
     * <p>PATCH rises when figures change by rounding alone (1e-12 relative, or the last bits of a simulated path); MINOR when a figure
     * changes by more (a corrected fault, another generator order), and when a measure is added; MAJOR when a convention of the
     * package documentation or a public signature changes. quant-engine/README.md says what each version changed.
     */
    public static final String VERSION = "0.2.1";

    private Engine() {}

    /** Which arithmetic does the work in this process: {@code scalar}, {@code vector-128}, {@code vector-256} or {@code vector-512}. */
    public static String kernel() {
        return Lanes.active().label();
    }
}
