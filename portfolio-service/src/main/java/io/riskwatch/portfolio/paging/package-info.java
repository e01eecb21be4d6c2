/** Pages of a list by key: a cursor says after which row to go on, so that nothing is skipped when rows come in between. */
@NullMarked
package io.riskwatch.portfolio.paging;

import org.jspecify.annotations.NullMarked;
