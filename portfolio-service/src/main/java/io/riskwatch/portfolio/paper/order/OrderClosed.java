package io.riskwatch.portfolio.paper.order;

/** A command for an order that is over. */
public final class OrderClosed extends RuntimeException {

    OrderClosed(OrderState state) {
        super("The order is %s already.".formatted(state));
    }
}
