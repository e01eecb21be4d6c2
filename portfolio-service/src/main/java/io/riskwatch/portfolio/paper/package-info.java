/** Paper trading: orders with made-up money that live ticks fill; each fill is a booking of an ordinary portfolio. */
@NullMarked
package io.riskwatch.portfolio.paper;

import org.jspecify.annotations.NullMarked;
