package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.paper.order.TradingAccount;
import io.riskwatch.portfolio.paper.order.TradingAccount.Claims;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A paper account at the latest ticks; money in its currency as decimal strings. */
record PaperAccountView(
        UUID portfolioId,
        String currency,

        @Schema(description = "Of all currencies; negative when it is a loan. Proceeds of short sales are in it")
        String cash,

        List<PaperBalanceView> balances,

        @Schema(description = "Of what is owned") String longValue,

        @Schema(description = "Of what is sold short, not negative")
        String shortValue,

        @Schema(description = "cash + longValue - shortValue")
        String equity,

        @Schema(description = "What the positions would take of the equity if they were opened now")
        String initialRequirement,

        @Schema(description = "What holding on to the positions takes of the equity")
        String maintenanceRequirement,

        @Schema(description = "What the open orders lay claim to")
        String reserved,

        @Schema(description = "The value of what may still be bought: (equity - initialRequirement - reserved) / 0.5")
        String buyingPower,

        PaperMarginView margin,
        String startingCash,

        @Schema(description = "equity - startingCash") String profit,

        BigDecimal profitFraction,
        List<PaperPositionView> positions,

        @Schema(description = "Symbols whose price or rate is older than it should be")
        List<String> staleSymbols,

        Instant asOf) {

    PaperAccountView {
        balances = List.copyOf(balances);
        positions = List.copyOf(positions);
        staleSymbols = List.copyOf(staleSymbols);
    }

    /** Cash of one currency. */
    record PaperBalanceView(String currency, String amount) {}

    /** A position; {@code value} in the account's currency, negative when it is sold short. */
    record PaperPositionView(
            String symbol, String quantity, String price, String currency, String value, boolean stale) {}

    /** How near the account is to a margin call. */
    record PaperMarginView(
            MarginState state,

            @Schema(description = "Requirement over equity, 1 is 100 %; absent when the equity is 0 or less") @Nullable
            BigDecimal utilization,

            String shortfall,
            boolean call,

            @Schema(description = "equity - maintenanceRequirement, negative in a call")
            String remaining,

            @Schema(
                    description =
                            "The fraction all prices can fall before a call; absent when one fraction does not tell")
            @Nullable
            BigDecimal distanceToCall) {}

    static PaperAccountView of(
            Portfolio portfolio,
            PaperAccount account,
            PaperSettings.Margin settings,
            Claims claims,
            BigDecimal startingCash,
            Instant asOf) {
        TradingAccount trading = account.trading(settings);
        int decimals = account.currency().getDecimalPlaces();
        BigDecimal equity = trading.equity();
        BigDecimal profit = equity.subtract(startingCash);
        return new PaperAccountView(
                portfolio.id(),
                account.currency().getCode(),
                money(account.netCash(), decimals),
                account.cash().stream()
                        .map(balance -> new PaperBalanceView(
                                balance.money().getCurrencyUnit().getCode(),
                                OrderView.text(balance.money().getAmount())))
                        .toList(),
                money(value(account, 1), decimals),
                money(value(account, -1).negate(), decimals),
                money(equity, decimals),
                money(trading.initialRequirement(), decimals),
                money(trading.maintenanceRequirement(), decimals),
                money(claims.requirement(), decimals),
                trading.buyingPower(claims, decimals).toPlainString(),
                margin(account.status(), trading, decimals),
                OrderView.text(startingCash),
                money(profit, decimals),
                profit.divide(startingCash, MathContext.DECIMAL64),
                account.positions().stream()
                        .map(held -> position(held, decimals))
                        .toList(),
                account.positions().stream()
                        .filter(PaperAccount.Valued::stale)
                        .map(PaperAccount.Valued::symbol)
                        .toList(),
                asOf);
    }

    private static PaperMarginView margin(MarginStatus status, TradingAccount trading, int decimals) {
        return new PaperMarginView(
                status.state(),
                status.utilization(),
                status.marginShortfall().toPlainString(),
                status.marginCallTriggered(),
                money(trading.equity().subtract(trading.maintenanceRequirement()), decimals),
                status.distanceToCall());
    }

    private static PaperPositionView position(PaperAccount.Valued held, int decimals) {
        return new PaperPositionView(
                held.symbol(),
                OrderView.text(held.quantity()),
                OrderView.text(held.price()),
                held.currency().getCode(),
                money(held.worth(), decimals),
                held.stale());
    }

    private static BigDecimal value(PaperAccount account, int sign) {
        return account.positions().stream()
                .filter(held -> held.quantity().signum() == sign)
                .map(PaperAccount.Valued::worth)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String money(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
