/** Sample statistics: moments, quantiles, covariance and correlation, each with its estimator named. */
@NullMarked
package io.riskwatch.quant.stat;

import org.jspecify.annotations.NullMarked;
