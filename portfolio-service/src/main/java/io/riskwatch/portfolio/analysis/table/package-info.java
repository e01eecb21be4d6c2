/** A result as tables: rows and columns out of the document, for a spreadsheet. */
@NullMarked
package io.riskwatch.portfolio.analysis.table;

import org.jspecify.annotations.NullMarked;
