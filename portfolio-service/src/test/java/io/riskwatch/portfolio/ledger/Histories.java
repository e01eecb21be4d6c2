package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.joda.money.CurrencyUnit;

/**
 * Whole histories that can be, for jqwik to draw and to shrink: a list of attempts, each tried on a ledger, and what the
 * ledger refuses did not happen. Trades at awkward prices in two currencies, every corporate action, chosen lots, fractions
 * of units; several bookings fall on one day, and some are entered days after they happened.
 */
public final class Histories {

    /** What can be tried. */
    enum Kind {
        DEPOSIT,
        WITHDRAWAL,
        INTEREST,
        FEE,
        TAX,
        DIVIDEND,
        BUY,
        SELL,
        SELL_CHOSEN,
        TRANSFER_IN,
        TRANSFER_OUT,
        DRIP,
        SPLIT,
        STOCK_DIVIDEND,
        SPIN_OFF,
        RETURN_OF_CAPITAL,
        MERGER_FOR_SHARES,
        MERGER_FOR_CASH
    }

    private static final Set<Kind> MONEY =
            Set.of(Kind.DEPOSIT, Kind.WITHDRAWAL, Kind.INTEREST, Kind.FEE, Kind.TAX, Kind.DIVIDEND);

    private record Security(String symbol, CurrencyUnit currency) {}

    private static final List<Security> SECURITIES = List.of(
            new Security("ORBX", CurrencyUnit.USD),
            new Security("XBND", CurrencyUnit.USD),
            new Security("RHNE", CurrencyUnit.EUR),
            new Security("RHNB", CurrencyUnit.EUR));

    /**
     * Something tried; what the numbers mean is the kind's to say.
     *
     * @param days after the newest booking so far, or with a minus before it
     * @param units in ten-thousandths of one
     * @param price in thousandths of one
     * @param share in hundredths, of what is held
     */
    private record Attempt(Kind kind, int days, Security security, Security other, int units, int price, int share) {}

    private final LedgerRules rules;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private Ledger ledger;
    private LocalDate latest = LocalDate.of(2020, 1, 1);

    private Histories(LedgerRules rules) {
        this.rules = rules;
        this.ledger = new Ledger(rules, gain -> {});
    }

    /** Of everything that can happen; the entries stand in the order they were entered in. */
    public static Arbitrary<List<LedgerEntry>> any(LedgerRules rules) {
        return of(rules, Set.of(Kind.values()));
    }

    /** Without units that leave for another broker and take their cost along. */
    public static Arbitrary<List<LedgerEntry>> keepingAllCost(LedgerRules rules) {
        return without(Kind.TRANSFER_OUT, rules);
    }

    /** Without sales that name their lots. */
    public static Arbitrary<List<LedgerEntry>> withoutChoices(LedgerRules rules) {
        return without(Kind.SELL_CHOSEN, rules);
    }

    private static Arbitrary<List<LedgerEntry>> without(Kind kind, LedgerRules rules) {
        return of(rules, EnumSet.complementOf(EnumSet.of(kind)));
    }

    static Arbitrary<List<LedgerEntry>> of(LedgerRules rules, Set<Kind> kinds) {
        return attempts(kinds).list().ofMinSize(1).ofMaxSize(60).map(attempts -> {
            var history = new Histories(rules);
            attempts.forEach(history::attempt);
            return List.copyOf(history.entries);
        });
    }

    private static Arbitrary<Attempt> attempts(Set<Kind> kinds) {
        var weighed = kinds.stream()
                .sorted()
                .map(kind -> Tuple.of(kind == Kind.BUY ? 5 : MONEY.contains(kind) ? 1 : 2, kind))
                .toList();
        return Combinators.combine(
                        Arbitraries.frequency(weighed),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.integers().between(0, 2)),
                                Tuple.of(1, Arbitraries.integers().between(-30, -1))),
                        Arbitraries.of(SECURITIES),
                        Arbitraries.of(SECURITIES),
                        Arbitraries.integers().between(1, 1_000_000),
                        Arbitraries.integers().between(1, 99_999),
                        Arbitraries.integers().between(1, 100))
                .as(Attempt::new);
    }

    private void attempt(Attempt attempt) {
        var date = latest.plusDays(attempt.days());
        try {
            var entry = new LedgerEntry(entries.size() + 1L, booking(attempt, date));
            if (entries.stream().allMatch(earlier -> LedgerEntry.ORDER.compare(earlier, entry) <= 0)) {
                ledger.play(entry);
                entries.add(entry);
            } else {
                var told = new ArrayList<>(entries);
                told.add(entry);
                ledger = Ledger.replay(told, rules, gain -> {});
                entries.add(entry);
            }
            latest = date.isAfter(latest) ? date : latest;
        } catch (BookingRefused | Oversold e) {
            // it did not happen; a refusal leaves the ledger as it was
        }
    }

    private Booking booking(Attempt attempt, LocalDate date) {
        var now = new Writer(attempt, date);
        return switch (attempt.kind()) {
            case DEPOSIT -> now.money(TransactionType.DEPOSIT, null);
            case WITHDRAWAL -> now.money(TransactionType.WITHDRAWAL, null);
            case INTEREST -> now.money(TransactionType.INTEREST, null);
            case FEE -> now.money(TransactionType.FEE, null);
            case TAX -> now.money(TransactionType.TAX, null);
            case DIVIDEND ->
                now.money(TransactionType.DIVIDEND, attempt.security().symbol());
            case BUY -> now.trade(TransactionType.BUY, now.units());
            case TRANSFER_IN -> now.trade(TransactionType.TRANSFER_IN, now.units());
            case DRIP -> now.trade(TransactionType.DRIP, now.units());
            case SELL -> now.trade(TransactionType.SELL, part(held(attempt), attempt.share()));
            case TRANSFER_OUT -> now.trade(TransactionType.TRANSFER_OUT, part(held(attempt), attempt.share()));
            case SELL_CHOSEN -> chosen(now, attempt);
            case SPLIT -> now.action(TransactionType.SPLIT, now.ratio(), now.per(), null, CorporateTerms.NONE);
            case STOCK_DIVIDEND ->
                now.action(TransactionType.STOCK_DIVIDEND, now.ratio(), now.per(), null, CorporateTerms.NONE);
            case SPIN_OFF ->
                now.action(TransactionType.SPIN_OFF, now.ratio(), now.per(), null, now.into(now.fraction()));
            case RETURN_OF_CAPITAL ->
                now.action(TransactionType.RETURN_OF_CAPITAL, null, null, now.amount(), CorporateTerms.NONE);
            case MERGER_FOR_SHARES ->
                now.action(
                        TransactionType.MERGER,
                        now.ratio(),
                        now.per(),
                        attempt.share() % 2 == 0 ? null : now.amount(),
                        now.into(null));
            case MERGER_FOR_CASH -> now.action(TransactionType.MERGER, null, null, now.amount(), CorporateTerms.NONE);
        };
    }

    private BigDecimal held(Attempt attempt) {
        return ledger.quantity(attempt.security().symbol());
    }

    /** A part of one of the lots that are open, whichever the numbers point at. */
    private Booking chosen(Writer now, Attempt attempt) {
        var lots = ledger.positions().stream()
                .filter(position -> position.symbol().equals(attempt.security().symbol()))
                .flatMap(position -> position.lots().stream())
                .toList();
        if (lots.isEmpty()) {
            throw new BookingRefused("lots", "there is none to choose");
        }
        var lot = lots.get(attempt.units() % lots.size());
        var units = part(lot.quantity(), attempt.share());
        return now.trade(TransactionType.SELL, units).choosing(List.of(new LotChoice(lot.id(), units)));
    }

    private static BigDecimal part(BigDecimal whole, int hundredths) {
        return whole.abs()
                .multiply(BigDecimal.valueOf(hundredths, 2))
                .setScale(6, RoundingMode.UP)
                .min(whole.abs())
                .max(new BigDecimal("0.000001"));
    }

    /** Turns the numbers of one attempt into a booking of a day. */
    private record Writer(Attempt attempt, LocalDate date) {

        BigDecimal units() {
            return BigDecimal.valueOf(attempt.units(), 4);
        }

        BigDecimal price() {
            return BigDecimal.valueOf(attempt.price(), 3);
        }

        BigDecimal amount() {
            return BigDecimal.valueOf(attempt.price(), 2);
        }

        BigDecimal fraction() {
            return BigDecimal.valueOf(attempt.units() % 1_000_000, 6);
        }

        BigDecimal ratio() {
            return BigDecimal.valueOf(1 + attempt.units() % 7);
        }

        BigDecimal per() {
            return BigDecimal.valueOf(1 + attempt.price() % 7);
        }

        BigDecimal fee() {
            return BigDecimal.valueOf(attempt.share(), 2);
        }

        /** With a little cash for the fraction, where the numbers say so; without a fraction it is refused. */
        CorporateTerms into(BigDecimal fraction) {
            return new CorporateTerms(
                    attempt.other().symbol(), fraction, attempt.share() % 5 == 0 ? BigDecimal.valueOf(7, 1) : null);
        }

        Booking money(TransactionType type, String symbol) {
            return new Booking(
                    date, type, symbol, null, null, null, attempt.security().currency(), BigDecimal.ZERO, amount());
        }

        Booking trade(TransactionType type, BigDecimal quantity) {
            var withoutFee = type == TransactionType.DRIP || type == TransactionType.TRANSFER_OUT;
            return new Booking(
                    date,
                    type,
                    attempt.security().symbol(),
                    quantity,
                    null,
                    type == TransactionType.TRANSFER_OUT ? null : price(),
                    attempt.security().currency(),
                    withoutFee ? BigDecimal.ZERO : fee(),
                    null);
        }

        Booking action(
                TransactionType type, BigDecimal quantity, BigDecimal per, BigDecimal amount, CorporateTerms terms) {
            return new Booking(
                    date,
                    type,
                    attempt.security().symbol(),
                    quantity,
                    per,
                    null,
                    attempt.security().currency(),
                    BigDecimal.ZERO,
                    amount,
                    terms,
                    List.of());
        }
    }
}
