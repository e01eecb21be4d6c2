/** Analyses: asked for, released to the workers in turn, followed, cancelled, read. */
@NullMarked
package io.riskwatch.portfolio.analysis;

import org.jspecify.annotations.NullMarked;
