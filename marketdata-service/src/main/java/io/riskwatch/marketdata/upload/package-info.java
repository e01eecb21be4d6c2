/** Price history an organisation brings along: CSV files read strictly, previewed, committed and undone as batches. */
@NullMarked
package io.riskwatch.marketdata.upload;

import org.jspecify.annotations.NullMarked;
