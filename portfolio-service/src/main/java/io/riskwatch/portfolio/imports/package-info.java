/** Statements in CSV: read, previewed row by row, committed in one transaction, undone as one batch. */
@NullMarked
package io.riskwatch.portfolio.imports;

import org.jspecify.annotations.NullMarked;
