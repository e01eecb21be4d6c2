/** What options and bonds are worth under a model, and how that changes. */
@NullMarked
package io.riskwatch.quant.pricing;

import org.jspecify.annotations.NullMarked;
