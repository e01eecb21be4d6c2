package io.riskwatch.portfolio.margin.account;

import io.riskwatch.portfolio.margin.MarginCure;
import io.riskwatch.portfolio.margin.MarginRules;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.margin.account.MarginMessage.Code;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What there is to say about a margin account, the most urgent first. */
final class Sentences {

    private final MarginReading reading;
    private final MarginStatus status;
    private final Duration staleAfter;
    private final List<MarginMessage> all = new ArrayList<>();

    private Sentences(MarginReading reading, Duration staleAfter) {
        this.reading = reading;
        this.status = reading.status();
        this.staleAfter = staleAfter;
    }

    static List<MarginMessage> of(MarginReading reading, Duration staleAfter) {
        var sentences = new Sentences(reading, staleAfter);
        sentences.write();
        return List.copyOf(sentences.all);
    }

    private void write() {
        if (!reading.unknownSymbols().isEmpty()) {
            var names = String.join(", ", reading.unknownSymbols());
            say(
                    Code.UNKNOWN_PRICES,
                    "Of %s no price or exchange rate is known: these figures are without it.".formatted(names),
                    Map.of("symbols", names));
        }
        if (!reading.staleSymbols().isEmpty()) {
            var names = String.join(", ", reading.staleSymbols());
            say(
                    Code.STALE_PRICES,
                    "The price of %s is older than %d minutes: how the account stands now is not known."
                            .formatted(names, staleAfter.toMinutes()),
                    Map.of("symbols", names, "minutes", String.valueOf(staleAfter.toMinutes())));
        }
        if (!reading.closedSymbols().isEmpty()) {
            var names = String.join(", ", reading.closedSymbols());
            say(
                    Code.CLOSED_MARKETS,
                    "The market of %s is closed: the last price before the close counts until it opens."
                            .formatted(names),
                    Map.of("symbols", names));
        }
        if (status.marginCallTriggered()) {
            called();
        } else {
            distance();
        }
        if (reading.initial().belowMinimumEquity() && status.loanAmount().signum() > 0) {
            var least = MarginRules.STANDARD.minimumEquity();
            say(
                    Code.BELOW_MINIMUM_EQUITY,
                    "Less than %s dollars are your own: nothing more may be borrowed.".formatted(money(least)),
                    Map.of("minimum", least.toPlainString()));
        }
    }

    private void called() {
        say(
                Code.CALLED,
                "A margin call: %s is your own and %s is required, %s too little."
                        .formatted(
                                money(status.netEquity()),
                                money(status.marginRequirement()),
                                money(status.marginShortfall())),
                Map.of(
                        "equity", status.netEquity().toPlainString(),
                        "requirement", status.marginRequirement().toPlainString(),
                        "shortfall", status.marginShortfall().toPlainString()));
        var ways = status.cures().stream().filter(MarginCure::possible).toList();
        say(
                Code.WAYS_TO_END_IT,
                sentence(ways.stream().map(Sentences::way).collect(Collectors.joining(", or "))),
                ways.stream()
                        .collect(Collectors.toMap(way -> way.action().name(), way -> String.valueOf(way.amount()))));
        status.cures().stream()
                .filter(cure -> !cure.possible() && cure.action() == MarginCure.Action.SELL)
                .forEach(this::noSale);
        var distance = status.distanceToCall();
        if (distance != null && distance.signum() < 0) {
            var needed = distance.negate();
            say(
                    Code.PRICES_MUST_RISE,
                    "Otherwise prices must rise %s to end it.".formatted(percent(needed, RoundingMode.UP)),
                    Map.of("rise", needed.toPlainString()));
        }
    }

    private void noSale(MarginCure sale) {
        var debt = Objects.requireNonNull(sale.debtLeft());
        say(
                Code.NO_SALE_ENDS_IT,
                "Selling everything still leaves a debt of %s.".formatted(money(debt)),
                Map.of("debt", debt.toPlainString()));
    }

    private static String way(MarginCure cure) {
        var amount = money(Objects.requireNonNull(cure.amount()));
        return switch (cure.action()) {
            case DEPOSIT_CASH -> "deposit %s in cash".formatted(amount);
            case ADD_SECURITIES -> "add %s of stock that is paid for".formatted(amount);
            case SELL -> {
                var back = cure.buyBack();
                yield back == null
                        ? "sell %s".formatted(amount)
                        : "sell %s and buy back %s of what is sold short".formatted(amount, money(back));
            }
        };
    }

    private void distance() {
        var fall = status.distanceToCall();
        var trigger = status.triggerValue();
        var rise = status.riseToCall();
        if (fall != null && trigger != null) {
            say(
                    Code.FALL_BEFORE_CALL,
                    "Prices can fall %s before a call (at or below %s)."
                            .formatted(percent(fall, RoundingMode.DOWN), money(trigger)),
                    Map.of("fall", fall.toPlainString(), "trigger", trigger.toPlainString()));
        } else if (status.loanAmount().signum() == 0 && rise == null && fall != null) {
            say(Code.NOTHING_BORROWED, "Nothing is borrowed: no fall of prices makes a margin call.", Map.of());
        }
        if (rise != null) {
            say(
                    Code.RISE_BEFORE_CALL,
                    "Prices can rise %s before a call, for something is sold short."
                            .formatted(percent(rise, RoundingMode.DOWN)),
                    Map.of("rise", rise.toPlainString()));
        }
        if (fall == null
                && reading.positions().stream().anyMatch(position -> position.isShort() && position.option() != null)) {
            say(
                    Code.WRITTEN_OPTIONS,
                    "Options are written: no single move of prices tells how far a call is; see the worst of ten"
                            + " moves.",
                    Map.of());
        }
    }

    private void say(Code code, String text, Map<String, String> values) {
        all.add(new MarginMessage(code, text, values));
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    private static String money(BigDecimal amount) {
        var decimals = amount.stripTrailingZeros().scale() <= 0 ? 0 : amount.scale();
        return String.format(Locale.ENGLISH, "%,." + decimals + "f", amount);
    }

    private static String percent(BigDecimal fraction, RoundingMode mode) {
        return fraction.movePointRight(2).setScale(1, mode).toPlainString() + "%";
    }
}
