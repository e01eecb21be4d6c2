package io.riskwatch.quant.simulation;

/**
 * What is kept of many simulated paths: no path itself.
 *
 * @param ends the values at the end
 * @param lows the lowest value of each path at any step, the start among them
 */
public record SimulatedPaths(SimulatedValues ends, SimulatedValues lows) {}
