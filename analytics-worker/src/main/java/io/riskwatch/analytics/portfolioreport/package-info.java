/** What to know about a portfolio, in one document: the other kinds on one history. */
@NullMarked
package io.riskwatch.analytics.portfolioreport;

import org.jspecify.annotations.NullMarked;
