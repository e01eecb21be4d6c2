/** How one person wants to see things: currency, risk tolerance, theme, level, colours. */
@NullMarked
package io.riskwatch.portfolio.preferences;

import org.jspecify.annotations.NullMarked;
