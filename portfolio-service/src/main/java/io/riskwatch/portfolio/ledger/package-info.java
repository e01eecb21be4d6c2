/**
 * The ledger's arithmetic: what a list of bookings means in lots, cost and cash. Pure Java: no Spring, no database.
 */
@NullMarked
package io.riskwatch.portfolio.ledger;

import org.jspecify.annotations.NullMarked;
