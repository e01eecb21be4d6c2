package io.riskwatch.portfolio.ledger;

/**
 * What a booking does. The order within one day is a rule and not the file's accident: a corporate action holds from the
 * opening, then everything that brings in, then what moves between one's own accounts, then everything that takes out, so that a statement written newest first
 * replays like one written oldest first.
 */
public enum TransactionType {
    BUY(1),
    SELL(3),
    DIVIDEND(1),
    INTEREST(1),
    FEE(1),
    TAX(1),
    DEPOSIT(1),
    WITHDRAWAL(3),
    TRANSFER_IN(1),
    TRANSFER_OUT(3),
    /** Money, or units with their lots, from one account of the portfolio to another of it. */
    TRANSFER(2),
    /** {@code quantity} new units for {@code quantityPer} old ones; cost stays. A reverse split has the smaller number first. */
    SPLIT(0),
    /** {@code quantity} more units on {@code quantityPer} held ones; cost stays. */
    STOCK_DIVIDEND(0),
    /** {@code quantity} units of a new security on {@code quantityPer} held ones, which take a fraction of their cost along. */
    SPIN_OFF(0),
    /** Every unit goes; {@code quantity} units of a new security come for {@code quantityPer} of them, or money, or both. */
    MERGER(0),
    /** Money that is no income: it lowers the cost of what is held, and is a gain only beyond that. */
    RETURN_OF_CAPITAL(0),
    /** A dividend that bought units at once (dividend reinvestment plan): both are one booking, and no cash moves. */
    DRIP(1);

    private final int dayOrder;

    TransactionType(int dayOrder) {
        this.dayOrder = dayOrder;
    }

    /** The place within a day: 0 before 1 before 2 before 3. */
    public int dayOrder() {
        return dayOrder;
    }

    /** Whether the booking changes how much of a security is held; of a TRANSFER only when it names one. */
    public boolean movesSecurity() {
        return switch (this) {
            case BUY, SELL, TRANSFER_IN, TRANSFER_OUT, TRANSFER, SPLIT, STOCK_DIVIDEND, SPIN_OFF, MERGER, DRIP -> true;
            case DIVIDEND, INTEREST, FEE, TAX, DEPOSIT, WITHDRAWAL, RETURN_OF_CAPITAL -> false;
        };
    }

    /** Whether the booking opens a lot of its own. */
    public boolean opensLot() {
        return this == BUY || this == TRANSFER_IN || this == DRIP;
    }

    /** Whether the booking consumes lots the user may choose. */
    public boolean closesLots() {
        return this == SELL || this == TRANSFER_OUT || this == TRANSFER;
    }

    /** Whether the booking changes lots without a trade. */
    public boolean isCorporateAction() {
        return dayOrder == 0;
    }

    /** Whether the booking states {@code quantity} new units per {@code quantityPer} old ones. */
    public boolean hasRatio() {
        return this == SPLIT || this == STOCK_DIVIDEND || this == SPIN_OFF || this == MERGER;
    }
}
