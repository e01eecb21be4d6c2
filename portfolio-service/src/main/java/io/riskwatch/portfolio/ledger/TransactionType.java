package io.riskwatch.portfolio.ledger;

/**
 * What a booking does. The order within one day is a rule and not the file's accident: a split holds from the opening,
 * then everything that brings in comes before everything that takes out, so that a statement written newest first
 * replays like one written oldest first.
 */
public enum TransactionType {
    BUY(1),
    SELL(2),
    DIVIDEND(1),
    INTEREST(1),
    FEE(1),
    TAX(1),
    DEPOSIT(1),
    WITHDRAWAL(2),
    TRANSFER_IN(1),
    TRANSFER_OUT(2),
    SPLIT(0);

    private final int dayOrder;

    TransactionType(int dayOrder) {
        this.dayOrder = dayOrder;
    }

    /** The place within a day: 0 before 1 before 2. */
    public int dayOrder() {
        return dayOrder;
    }

    /** Whether the booking changes how much of a security is held. */
    public boolean movesSecurity() {
        return switch (this) {
            case BUY, SELL, TRANSFER_IN, TRANSFER_OUT, SPLIT -> true;
            case DIVIDEND, INTEREST, FEE, TAX, DEPOSIT, WITHDRAWAL -> false;
        };
    }

    /** Whether the booking opens a lot. */
    public boolean opensLot() {
        return this == BUY || this == TRANSFER_IN;
    }

    /** Whether the booking consumes lots. */
    public boolean closesLots() {
        return this == SELL || this == TRANSFER_OUT;
    }
}
