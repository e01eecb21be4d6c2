package io.riskwatch.portfolio.paper.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.paper.order.TradingAccount.Claims;
import io.riskwatch.portfolio.paper.order.TradingAccount.Holding;
import io.riskwatch.portfolio.paper.order.TradingAccount.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a margin account may do, by Regulation T and FINRA rule 4210. */
class TradingAccountTest {

    private static final Admission ADMISSION = new Admission(PaperWorld.MODEL, PaperWorld.FEES);

    @Test
    void theExcessOverTheInitialMarginBuysTwiceAsMuch() {
        TradingAccount account = account("-10000", Map.of("ORBX", holding("240", "100")));

        assertThat(account.equity()).isEqualByComparingTo("14000");
        assertThat(account.initialRequirement()).isEqualByComparingTo("12000");
        assertThat(account.maintenanceRequirement()).isEqualByComparingTo("6000");
        assertThat(account.buyingPower(Claims.NONE, 2)).isEqualByComparingTo("4000");
    }

    @Test
    void aShortSaleTakesHalfItsValueBesideItsProceeds() {
        TradingAccount account = account("100000", Map.of());
        TradingAccount after = account.after(trade(Side.SELL_SHORT, "1000", "100"));

        assertThat(after.cash()).isEqualByComparingTo("200000"); // 150 % of what is owed are 150,000
        assertThat(after.equity()).isEqualByComparingTo("100000");
        assertThat(after.buyingPower(Claims.NONE, 2)).isEqualByComparingTo("100000");
        assertThat(after.maintenanceRequirement()).isEqualByComparingTo("30000");
    }

    @Test
    void aShortSaleOfWhatCostsCentsTakesTwoAndAHalfAUnit() {
        TradingAccount account = account("100000", Map.of());

        assertThat(account.takes(trade(Side.SELL_SHORT, "1000", "1"))).isEqualByComparingTo("2500");
    }

    @Test
    void whatClosesAPositionNeedsNoBuyingPower() {
        TradingAccount poor = account("-200000", Map.of("ORBX", holding("2000", "100"), "QNTL", holding("-10", "100")));

        assertThat(poor.refuse(trade(Side.SELL, "2000", "100"), Claims.NONE)).isEmpty();
        assertThat(poor.refuse(
                        new Trade(
                                Side.BUY,
                                "QNTL",
                                decimal("10"),
                                decimal("100"),
                                decimal("100"),
                                BigDecimal.ONE,
                                BigDecimal.ONE),
                        Claims.NONE))
                .isEmpty();
        assertThat(reason(poor, trade(Side.BUY, "1", "100"))).isEqualTo(Reason.Code.INSUFFICIENT_BUYING_POWER);
    }

    @Test
    void noMoreIsSoldThanIsHeldAndNothingShortBesideWhatIsHeld() {
        TradingAccount account = account("100000", Map.of("ORBX", holding("10", "100")));

        assertThat(reason(account, trade(Side.SELL, "11", "100"))).isEqualTo(Reason.Code.NOT_HELD);
        assertThat(reason(account, trade(Side.SELL_SHORT, "1", "100"))).isEqualTo(Reason.Code.HELD_LONG);
        assertThat(account.refuse(
                        trade(Side.SELL, "5", "100"), new Claims(BigDecimal.ZERO, Map.of("ORBX", decimal("6")))))
                .hasValueSatisfying(
                        reason -> assertThat(reason.message()).startsWith("4 ORBX are held and not in another"));
    }

    @Test
    void belowTheMinimumEquityNothingIsLent() {
        TradingAccount small = account("1500", Map.of());

        assertThat(small.buyingPower(Claims.NONE, 2)).isEqualByComparingTo("1500");
        assertThat(small.refuse(trade(Side.BUY, "14", "100"), Claims.NONE)).isEmpty();
        assertThat(reason(small, trade(Side.BUY, "16", "100"))).isEqualTo(Reason.Code.INSUFFICIENT_BUYING_POWER);
        assertThat(reason(small, trade(Side.SELL_SHORT, "1", "100"))).isEqualTo(Reason.Code.MINIMUM_EQUITY);
    }

    @Test
    void openOrdersLayClaimToWhatTheyWouldOpenAndOneShortPositionIsBoughtBackOnce() {
        TradingAccount account = account("110000", Map.of("ORBX", holding("-100", "100")));
        Order first = order(1, OrderTerms.market(Side.BUY, decimal("100")));
        Order second = order(2, OrderTerms.market(Side.BUY, decimal("100")));
        Admission.Market market = new Admission.Market(decimal("100"), BigDecimal.ONE, PaperWorld.RULES);

        Claims one = ADMISSION.claims(account, List.of(new Admission.Standing(first, market)));
        Claims both = ADMISSION.claims(
                account, List.of(new Admission.Standing(first, market), new Admission.Standing(second, market)));

        assertThat(one.requirement()).isZero();
        assertThat(both.requirement()).isGreaterThan(decimal("5000")).isLessThan(decimal("5020"));
    }

    @Test
    void aForeignPositionCountsAtItsRate() {
        TradingAccount account =
                account("0", Map.of("RHNE", new Holding(decimal("100"), decimal("200"), decimal("1.10"))));

        assertThat(account.equity()).isEqualByComparingTo("22000");
        assertThat(account.maintenanceRequirement()).isEqualByComparingTo("5500");
    }

    private static Order order(long id, OrderTerms terms) {
        return Order.entered(new UUID(0, id), "ORBX", terms, Watch.from(PaperWorld.START, null, null))
                .accepted();
    }

    private static Reason.Code reason(TradingAccount account, Trade trade) {
        return account.refuse(trade, Claims.NONE).orElseThrow().code();
    }

    private static Trade trade(Side side, String quantity, String price) {
        return new Trade(
                side, "ORBX", decimal(quantity), decimal(price), decimal(price), BigDecimal.ZERO, BigDecimal.ONE);
    }

    private static TradingAccount account(String cash, Map<String, Holding> holdings) {
        return new TradingAccount(decimal(cash), holdings, PaperWorld.TERMS);
    }

    private static Holding holding(String quantity, String price) {
        return new Holding(decimal(quantity), decimal(price), BigDecimal.ONE);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
