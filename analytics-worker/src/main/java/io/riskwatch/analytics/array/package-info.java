/** Large arrays in the format of numpy's {@code .npy} files. */
@NullMarked
package io.riskwatch.analytics.array;

import org.jspecify.annotations.NullMarked;
