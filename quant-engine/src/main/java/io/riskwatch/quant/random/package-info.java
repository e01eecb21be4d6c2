/** Reproducible random numbers: counter-based and jumpable generators, and the variates drawn from them. */
@NullMarked
package io.riskwatch.quant.random;

import org.jspecify.annotations.NullMarked;
