package io.riskwatch.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingTest {

    @ParameterizedTest(name = "{0} {1} {2}x{3} fee {4} amount {5}: {6}")
    @CsvSource({
        "BUY, , 1, 1, , , symbol",
        "BUY, orbx, 1, 1, , , symbol",
        "BUY, =CMD(), 1, 1, , , symbol",
        "BUY, ORBX, , 1, , , quantity",
        "BUY, ORBX, 0, 1, , , quantity",
        "SELL, ORBX, -5, 1, , , quantity",
        "BUY, ORBX, 1, , , , price",
        "BUY, ORBX, 1, -1, , , price",
        "BUY, ORBX, 1, 1, -1, , fee",
        "BUY, ORBX, 10, 10, , 250, amount",
        "BUY, ORBX, 0.00000000001, 1, , , quantity",
        "BUY, ORBX, 1e18, 1, , , quantity",
        "DEPOSIT, , , , , , amount",
        "DEPOSIT, , , , , -5, amount",
        "DEPOSIT, ORBX, , , , 5, symbol",
        "DEPOSIT, , 5, , , 5, quantity",
        "WITHDRAWAL, , , , , 0, amount",
        "DIVIDEND, , , , , 5, symbol",
        "DIVIDEND, ORBX, , , , , amount",
        "FEE, , , , , , amount",
        "INTEREST, , , , , 0, amount",
        "SPLIT, ORBX, 2, 10, , , price",
        "SPLIT, ORBX, , , , , quantity",
    })
    void aContradictionIsRefusedNamingTheField(
            TransactionType type,
            String symbol,
            String quantity,
            String price,
            String fee,
            String amount,
            String field) {
        assertThatThrownBy(() -> Story.booking("2024-01-02", type, symbol, quantity, price, fee, amount))
                .asInstanceOf(InstanceOfAssertFactories.type(BookingRefused.class))
                .extracting(BookingRefused::field)
                .isEqualTo(field);
    }

    @ParameterizedTest(name = "{0} {2}x{3} fee {4} amount {5} moves {6}")
    @CsvSource({
        "BUY, ORBX, 3, 10.5, 1, , -32.5",
        "BUY, ORBX, 3, 33.3333, 0, 100, -100",
        "BUY, ORBX, 4, , 2, 102, -102",
        "SELL, ORBX, 3, 10.5, 1, , 30.5",
        "SELL, ORBX, 3, , 1, 30, 30",
        "DIVIDEND, ORBX, , , 1.5, 10, 8.5",
        "DIVIDEND, ORBX, 10, 0.25, , , 2.5",
        "INTEREST, , , , , -3, -3",
        "FEE, , , , , 3, -3",
        "FEE, , , , 3, , -3",
        "TAX, , , , , -3, 3",
        "DEPOSIT, , , , , 3, 3",
        "WITHDRAWAL, , , , 1, 3, -4",
        "TRANSFER_IN, ORBX, 3, 10, , , 0",
        "SPLIT, ORBX, 3, , , , 0",
    })
    void theCashFlowIsExact(
            TransactionType type,
            String symbol,
            String quantity,
            String price,
            String fee,
            String amount,
            String flow) {
        var booking = Story.booking("2024-01-02", type, symbol, quantity, price, fee, amount);

        assertThat(booking.cashFlow().getAmount()).isEqualByComparingTo(flow);
    }

    @Test
    void anAmountAloneShowsThePriceBeforeTheFee() {
        assertThat(Story.booking("2024-01-02", TransactionType.BUY, "ORBX", "4", null, "2", "102")
                        .shownPrice())
                .isEqualByComparingTo("25");
        assertThat(Story.booking("2024-01-02", TransactionType.SELL, "ORBX", "4", null, "2", "98")
                        .shownPrice())
                .isEqualByComparingTo("25");
    }

    @Test
    void equalNumbersMakeEqualBookings() {
        assertThat(Story.booking("2024-01-02", TransactionType.BUY, "ORBX", "10.00", "1e2", "0.0", null))
                .isEqualTo(Story.booking("2024-01-02", TransactionType.BUY, "ORBX", "10", "100", null, null));
    }
}
