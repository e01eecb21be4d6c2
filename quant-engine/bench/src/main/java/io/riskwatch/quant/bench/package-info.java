/** The engine and its peers, each in a process of its own, asked in turns for one run after another. */
@NullMarked
package io.riskwatch.quant.bench;

import org.jspecify.annotations.NullMarked;
