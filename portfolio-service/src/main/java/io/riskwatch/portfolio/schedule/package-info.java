/** Questions asked every day or every week: when they are due, and their runs as analyses. */
@NullMarked
package io.riskwatch.portfolio.schedule;

import org.jspecify.annotations.NullMarked;
