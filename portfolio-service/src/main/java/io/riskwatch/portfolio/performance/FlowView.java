package io.riskwatch.portfolio.performance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** One line of the cash-flow table. */
record FlowView(
        LocalDate date,
        int day,
        Flow.Kind kind,
        @Nullable String symbol,

        @Schema(description = "Of amount, when money moved") @Nullable
        String currency,

        @Schema(description = "Of money in its currency, of a security in units; absent at the start and the end")
        @Nullable
        String amount,

        @Schema(
                description = "In the base currency with the investor's sign: paid in is negative; absent when nobody"
                        + " knows what it was worth")
        @Nullable
        String payment,

        @Schema(description = "Share of the period the flow was invested, as modified Dietz counts it")
        double weight) {

    static FlowView of(Flow flow, CurrencyUnit base) {
        return new FlowView(
                flow.date(),
                flow.day(),
                flow.kind(),
                flow.symbol(),
                flow.currency(),
                flow.amount() == null ? null : flow.amount().toPlainString(),
                Double.isNaN(flow.payment()) ? null : PerformanceView.money(flow.payment(), base),
                flow.weight());
    }
}
