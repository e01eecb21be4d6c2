/**
 * The inner loops, twice: on the Vector API where the JVM was started with {@code --add-modules jdk.incubator.vector}, and as a
 * scalar twin where it was not. {@link io.riskwatch.quant.kernel.Lanes} says which of them works in this process. Nothing here
 * knows a portfolio; the other packages read as mathematics and call these on plain arrays.
 *
 * <p><b>Staging.</b> A simulation is three loops over pieces that stay in the first-level cache, never one: a block of random bits
 * ({@link io.riskwatch.quant.kernel.RandomStream}, a function of the seed and the block's number), their transform to normals, and their
 * sum along the paths ({@link io.riskwatch.quant.kernel.BrownianPaths}; for correlated assets
 * {@link io.riskwatch.quant.kernel.CorrelatedGrowth}). What is reported is selected, not sorted
 * ({@link io.riskwatch.quant.kernel.OrderStatistics}). {@link io.riskwatch.quant.kernel.Blocks} runs numbered blocks on threads, tells
 * progress and cancels between two; the bytes do not depend on who ran which.
 *
 * <p><b>Products.</b> {@link io.riskwatch.quant.kernel.ReturnEstimates} (float, with a proven bound) and
 * {@link io.riskwatch.quant.kernel.GramMatrix} (double) pack their operands and keep a tile of sums in registers: six rows, since C2
 * loads the factors ahead and would keep some of eight rows' sums in memory. {@link io.riskwatch.quant.kernel.SymmetricProduct} and
 * {@link io.riskwatch.quant.kernel.Symmetry} wait for memory and therefore read a symmetric matrix, or each half of it, once.
 *
 * <p><b>Sweeps.</b> One variant or series per lane, everything that is carried from bar to bar in registers:
 * {@link io.riskwatch.quant.kernel.CrossSweep}, {@link io.riskwatch.quant.kernel.AllocationWalk},
 * {@link io.riskwatch.quant.kernel.GarchLikelihood}.
 *
 * <p>Each class states its accuracy and when its short cut is not taken; docs/performance.md gathers them, with the measured times.
 */
@NullMarked
package io.riskwatch.quant.kernel;

import org.jspecify.annotations.NullMarked;
