/**
 * The inner loops, twice: on the Vector API where the JVM was started with {@code --add-modules jdk.incubator.vector}, and as a
 * scalar twin where it was not. {@link io.riskwatch.quant.kernel.Lanes} says which of them works in this process. Nothing here
 * knows a portfolio; the other packages read as mathematics and call these on plain arrays.
 */
@NullMarked
package io.riskwatch.quant.kernel;

import org.jspecify.annotations.NullMarked;
