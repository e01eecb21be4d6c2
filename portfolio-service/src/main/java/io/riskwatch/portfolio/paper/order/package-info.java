/** Paper orders as values: their terms and states, how a tick fills them, what they cost and what an account may carry. */
@NullMarked
package io.riskwatch.portfolio.paper.order;

import org.jspecify.annotations.NullMarked;
