/** Plans and entitlements. */
@NullMarked
package io.riskwatch.billing;

import org.jspecify.annotations.NullMarked;
