/** How the value is spread over classes, sectors, currencies and regions, what the user wants it to be, and the trades between. */
@NullMarked
package io.riskwatch.portfolio.allocation;

import org.jspecify.annotations.NullMarked;
