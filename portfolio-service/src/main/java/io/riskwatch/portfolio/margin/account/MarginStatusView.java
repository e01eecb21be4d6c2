package io.riskwatch.portfolio.margin.account;

import io.riskwatch.portfolio.margin.MarginCure;
import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a margin status as clients see them: money as decimal strings, fractions as numbers. */
public record MarginStatusView(
        String portfolioValue,
        String loanAmount,
        String netEquity,
        String marginRequirement,
        String marginShortfall,
        boolean marginCallTriggered,
        @Nullable Double utilization,
        MarginState state,
        @Nullable String triggerValue,
        @Nullable Double distanceToCall,
        @Nullable Double riseToCall,
        List<CureView> cures) {

    public MarginStatusView {
        cures = List.copyOf(cures);
    }

    /** A way to end a call. */
    @Schema(name = "MarginCureView")
    public record CureView(
            MarginCure.Action action,

            @Schema(description = "Rounded up; absent when this way does not end the call") @Nullable
            String amount,

            @Schema(description = "What is bought back of short positions besides") @Nullable
            String buyBack,

            @Schema(description = "What would still be owed after everything is sold") @Nullable
            String debtLeft) {

        static CureView of(MarginCure cure) {
            return new CureView(cure.action(), text(cure.amount()), text(cure.buyBack()), text(cure.debtLeft()));
        }
    }

    public static MarginStatusView of(MarginStatus status) {
        return new MarginStatusView(
                status.portfolioValue().toPlainString(),
                status.loanAmount().toPlainString(),
                status.netEquity().toPlainString(),
                status.marginRequirement().toPlainString(),
                status.marginShortfall().toPlainString(),
                status.marginCallTriggered(),
                number(status.utilization()),
                status.state(),
                text(status.triggerValue()),
                number(status.distanceToCall()),
                number(status.riseToCall()),
                status.cures().stream().map(CureView::of).toList());
    }

    static @Nullable Double number(@Nullable BigDecimal fraction) {
        return fraction == null ? null : fraction.doubleValue();
    }

    static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
