/** Everything of one's own as JSON or CSV, safe to open in a spreadsheet. */
@NullMarked
package io.riskwatch.portfolio.export;

import org.jspecify.annotations.NullMarked;
