package io.riskwatch.quant;

/** What a result says about the engine that computed it. */
public final class Engine {
    /** Rises when any figure changes: two results of the same version, inputs and kernel are equal to the last bit. */
    public static final String VERSION = "0.1";

    private Engine() {}

    /** Which arithmetic did the work: {@code scalar}; vector kernels change the last bits and have their own name. */
    public static String kernel() {
        return "scalar";
    }
}
