package io.riskwatch.portfolio.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.margin.MarginCure.Action;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class MarginPropertiesTest {

    /** By so much less than nothing may be left before it is a call: the equity is rounded half to even. */
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static final MarginRules CONCENTRATING =
            MarginRules.STANDARD.withConcentration(new BigDecimal("0.4"), new BigDecimal("0.15"));

    @Property(tries = 2000)
    void thereIsAShortfallExactlyWhenThereIsACall(@ForAll("accounts") MarginAccount account) {
        var status = status(account);

        assertThat(status.marginShortfall().signum() > 0).isEqualTo(status.marginCallTriggered());
        assertThat(status.state() == MarginState.CALL).isEqualTo(status.marginCallTriggered());
        assertThat(status.marginRequirement().compareTo(status.netEquity()) > 0)
                .isEqualTo(status.marginCallTriggered());
        assertThat(status.cures().isEmpty()).isEqualTo(!status.marginCallTriggered());
    }

    @Property(tries = 3000)
    void eachCureAppliedCures(@ForAll("accounts") MarginAccount account) {
        for (var cure : status(account).cures()) {
            if (cure.possible()) {
                assertThat(status(applied(account, cure)).marginCallTriggered())
                        .as("%s of %s", cure, account)
                        .isFalse();
            } else {
                assertThat(cure.action()).isEqualTo(Action.SELL);
                assertThat(ownMoney(account)).as("%s of %s", cure, account).isLessThanOrEqualTo(BigDecimal.ZERO);
                assertThat(cure.debtLeft())
                        .isEqualByComparingTo(ownMoney(account).negate().setScale(2, RoundingMode.UP));
            }
        }
    }

    @Property(tries = 2000)
    void theCashCureIsTheLeast(@ForAll("accounts") MarginAccount account) {
        status(account).cures().stream().limit(1).forEach(cash -> {
            var less = new MarginCure(
                    Action.DEPOSIT_CASH,
                    cash.amount().subtract(new BigDecimal("0.02")).max(BigDecimal.ZERO),
                    null,
                    null);
            assertThat(status(applied(account, less)).marginCallTriggered()).isTrue();
        });
    }

    @Property(tries = 2000)
    void theCallBeginsAtTheTriggerAndNotACentAbove(
            @ForAll("cents") BigDecimal value, @ForAll("cents") BigDecimal loan, @ForAll("rates") BigDecimal rate) {
        Assume.that(value.signum() > 0 && loan.signum() > 0 && rate.compareTo(BigDecimal.ONE) < 0);
        var rates = MarginRates.STANDARD.withMaintenanceLong(rate);

        var trigger = ofOne(value, loan, rates).triggerValue();

        assertThat(ofOne(trigger, loan, rates).marginCallTriggered()).isTrue();
        assertThat(ofOne(trigger.add(new BigDecimal("0.01")), loan, rates).marginCallTriggered())
                .isFalse();
    }

    @Property(tries = 2000)
    void pricesCanMoveByTheDistanceAndNotByMore(@ForAll("accounts") MarginAccount account) {
        var status = status(account);
        Assume.that(!status.marginCallTriggered());
        if (status.distanceToCall() != null && status.distanceToCall().compareTo(BigDecimal.ONE) < 0) {
            crosses(account, BigDecimal.ONE.subtract(status.distanceToCall()), -1);
        }
        if (status.riseToCall() != null) {
            crosses(account, BigDecimal.ONE.add(status.riseToCall()), 1);
        }
    }

    /** What is left above the requirement is nothing there, and not negative anywhere before. */
    private static void crosses(MarginAccount account, BigDecimal factor, int direction) {
        var size = account.positions().stream()
                .map(position -> position.value().abs())
                .reduce(BigDecimal.ONE, BigDecimal::add);
        var tolerance = size.multiply(factor.max(BigDecimal.ONE)).multiply(new BigDecimal("1e-8"));
        assertThat(slack(moved(account, factor)).abs()).isLessThanOrEqualTo(tolerance);
        for (var part = 1; part < 20; part++) {
            var between = BigDecimal.ONE.add(factor.subtract(BigDecimal.ONE)
                    .multiply(BigDecimal.valueOf(part))
                    .movePointLeft(2)
                    .multiply(BigDecimal.valueOf(5)));
            assertThat(slack(moved(account, between)))
                    .isGreaterThanOrEqualTo(CENT.negate().subtract(tolerance));
        }
        var beyond = factor.add(new BigDecimal("1e-5").multiply(BigDecimal.valueOf(direction)));
        assertThat(beyond.signum() < 0 || slack(moved(account, beyond)).compareTo(tolerance) <= 0)
                .as("at %s of %s", beyond, account)
                .isTrue();
    }

    private static BigDecimal slack(MarginAccount account) {
        return MarginCalculator.requirements(account.positions(), CONCENTRATING).stream()
                .filter(PositionRequirement::counted)
                .map(requirement -> requirement.value().subtract(requirement.amount()))
                .reduce(account.credit().subtract(account.loan()), BigDecimal::add);
    }

    private static MarginAccount moved(MarginAccount account, BigDecimal factor) {
        return with(
                account,
                account.positions().stream()
                        .map(position -> position.at(position.price().multiply(factor), false))
                        .toList());
    }

    private static MarginAccount with(MarginAccount account, List<MarginPosition> positions) {
        return new MarginAccount(positions, account.loan(), account.credit());
    }

    private static MarginStatus ofOne(BigDecimal value, BigDecimal loan, MarginRates rates) {
        return MarginCalculator.status(
                List.of(MarginPosition.of("A", BigDecimal.ONE, value, BigDecimal.ONE, rates)), loan, null);
    }

    private static MarginStatus status(MarginAccount account) {
        return MarginCalculator.status(account, CONCENTRATING, null);
    }

    private static BigDecimal ownMoney(MarginAccount account) {
        return account.positions().stream()
                .map(MarginPosition::value)
                .reduce(account.credit().subtract(account.loan()), BigDecimal::add);
    }

    private static MarginAccount applied(MarginAccount account, MarginCure cure) {
        return switch (cure.action()) {
            case DEPOSIT_CASH -> deposited(account, cure.amount());
            case ADD_SECURITIES -> {
                var positions = new ArrayList<>(account.positions());
                positions.add(
                        MarginPosition.of("NEW", cure.amount(), BigDecimal.ONE, BigDecimal.ONE, MarginRates.STANDARD));
                yield with(account, positions);
            }
            case SELL -> {
                var sold = sold(account, cure.amount());
                yield cure.buyBack() == null ? sold : boughtBack(sold, cure.buyBack());
            }
        };
    }

    private static MarginAccount deposited(MarginAccount account, BigDecimal money) {
        var repaid = money.min(account.loan());
        return new MarginAccount(
                account.positions(),
                account.loan().subtract(repaid),
                account.credit().add(money).subtract(repaid));
    }

    private static MarginAccount sold(MarginAccount account, BigDecimal amount) {
        var paid = sum(
                account, position -> !position.isShort() && !position.rates().marginable());
        var lent =
                sum(account, position -> !position.isShort() && position.rates().marginable());
        var free = amount.min(paid);
        var rest = amount.subtract(free).min(lent);
        var positions = account.positions().stream()
                .map(position -> position.isShort()
                        ? position
                        : position.rates().marginable() ? less(position, rest, lent) : less(position, free, paid))
                .toList();
        return deposited(with(account, positions), free.add(rest));
    }

    private static MarginAccount boughtBack(MarginAccount account, BigDecimal amount) {
        var owed = sum(account, MarginPosition::isShort).negate();
        var bought = amount.min(owed);
        var positions = account.positions().stream()
                .map(position -> position.isShort() ? less(position, bought, owed) : position)
                .toList();
        var cash = bought.min(account.credit());
        return deposited(
                new MarginAccount(positions, account.loan().add(bought.subtract(cash)), BigDecimal.ZERO),
                account.credit().subtract(cash));
    }

    private static MarginPosition less(MarginPosition position, BigDecimal part, BigDecimal all) {
        return all.signum() == 0
                ? position
                : position.withQuantity(
                        position.quantity().multiply(all.subtract(part)).divide(all, MathContext.DECIMAL128));
    }

    private static BigDecimal sum(MarginAccount account, Predicate<MarginPosition> which) {
        return account.positions().stream()
                .filter(which)
                .map(MarginPosition::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Provide
    Arbitrary<MarginAccount> accounts() {
        return Combinators.combine(positions().list().ofMaxSize(6), cents(), cents())
                .flatAs((positions, loan, credit) -> Arbitraries.of(true, false)
                        .map(owing -> owing
                                ? MarginAccount.of(positions, loan)
                                : new MarginAccount(positions, BigDecimal.ZERO, credit)));
    }

    private Arbitrary<MarginPosition> positions() {
        var quantities = Arbitraries.bigDecimals()
                .between(new BigDecimal("-200"), new BigDecimal("400"))
                .ofScale(4);
        var prices = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.5"), new BigDecimal("80"))
                .ofScale(3);
        var rates = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(MarginRates.STANDARD)),
                Tuple.of(1, Arbitraries.just(MarginRates.NOT_MARGINABLE)),
                Tuple.of(2, rates().map(MarginRates.STANDARD::withMaintenanceLong)));
        var fx = Arbitraries.of("1", "1.1", "0.0067").map(BigDecimal::new);
        return Combinators.combine(quantities, prices, fx, rates)
                .as((quantity, price, rate, of) -> MarginPosition.of("P", quantity, price, rate, of));
    }

    @Provide
    Arbitrary<BigDecimal> cents() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("30000"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.1"), new BigDecimal("0.9"))
                .ofScale(3);
    }
}
