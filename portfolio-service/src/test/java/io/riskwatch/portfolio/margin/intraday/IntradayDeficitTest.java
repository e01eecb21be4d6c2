package io.riskwatch.portfolio.margin.intraday;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.margin.intraday.IntradayDeficit.Move;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Purchases, deposits and prices in any order, against the rule's words counted over the whole day. */
class IntradayDeficitTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final Instant OPEN = Instant.parse("2026-11-30T14:30:00Z");

    @Test
    void aPurchaseThatLeavesTooLittleMakesOneAndADepositOfAsMuchMeetsIt() {
        IntradayDeficit deficit =
                IntradayDeficit.of(MONDAY, move(1, "500", "-2000")).orElseThrow();
        assertThat(deficit.amount()).isEqualByComparingTo("2000");
        assertThat(deficit.metAt()).isNull();

        deficit = deficit.after(move(2, "-2500", "-1000"), MONDAY); // prices fell by 500 in between
        assertThat(deficit.remaining()).isEqualByComparingTo("500");
        deficit = deficit.after(move(3, "3000", "3499.99"), MONDAY); // prices rose, which meets nothing
        assertThat(deficit.metAt()).isNull();
        deficit = deficit.after(move(4, "3499.99", "3500"), MONDAY);
        assertThat(deficit.metAt()).isEqualTo(OPEN.plusSeconds(4));
        assertThat(deficit.remaining()).isZero();
        assertThat(deficit.amount()).isEqualByComparingTo("2000");
    }

    @Test
    void noneIsMadeByAnythingThatDoesNotLowerTheLevelBelowZero() {
        assertThat(IntradayDeficit.of(MONDAY, move(1, "500", "0"))).isEmpty();
        assertThat(IntradayDeficit.of(MONDAY, move(1, "-3000", "-2000"))).isEmpty(); // a deposit after prices fell
        assertThat(IntradayDeficit.of(MONDAY, move(1, "-3000", "-3000"))).isEmpty();
    }

    @Test
    void aWorseOneOfTheSameDayTakesItsPlaceAndIsMetAnew() {
        IntradayDeficit first =
                IntradayDeficit.of(MONDAY, move(1, "0", "-1000")).orElseThrow();
        IntradayDeficit worse = first.after(move(2, "-1000", "-3000"), MONDAY);

        assertThat(worse.amount()).isEqualByComparingTo("3000");
        assertThat(worse.at()).isEqualTo(OPEN.plusSeconds(2));
        assertThat(worse.after(move(3, "-3000", "-1000"), MONDAY).metAt()).isNull();
        assertThat(worse.after(move(3, "-3000", "0"), MONDAY).metAt()).isNotNull();
    }

    @Test
    void whoMetItAndLowersTheLevelAgainTheSameDayHasNotButOnLaterDaysItStaysMet() {
        IntradayDeficit met =
                IntradayDeficit.of(MONDAY, move(1, "0", "-1000")).orElseThrow().after(move(2, "-1000", "0"), MONDAY);
        assertThat(met.metAt()).isNotNull();

        IntradayDeficit again = met.after(move(3, "0", "-400"), MONDAY);
        assertThat(again.metAt()).isNull();
        assertThat(again.remaining()).isEqualByComparingTo("400");
        assertThat(met.after(move(3, "0", "-5000"), MONDAY.plusDays(1))).isEqualTo(met);
    }

    @Test
    void aDepositOfALaterDayMeetsItAndAWithdrawalPutsItOff() {
        LocalDate tuesday = MONDAY.plusDays(1);
        IntradayDeficit open = IntradayDeficit.of(MONDAY, move(1, "0", "-1000")).orElseThrow();

        IntradayDeficit further = open.after(move(2, "-1000", "-3000"), tuesday);
        assertThat(further.amount()).isEqualByComparingTo("1000"); // the withdrawal makes Tuesday's own
        assertThat(further.remaining()).isEqualByComparingTo("3000");
        assertThat(open.after(move(2, "-1000", "0"), tuesday).metAt()).isEqualTo(OPEN.plusSeconds(2));
    }

    @Property(tries = 500)
    void itIsTheWorstLevelThatATransactionLeftAndMetByWhatTransactionsRaisedSince(@ForAll long seed) {
        Random random = new Random(seed);
        List<Move> day = new ArrayList<>();
        BigDecimal level = cents(random, 3_000);
        @Nullable IntradayDeficit kept = null;
        for (int second = 1; second <= 30; second++) {
            level = level.add(cents(random, 500)); // prices
            BigDecimal after = level.add(cents(random, 2_000));
            Move move = new Move(OPEN.plusSeconds(second), level, after, BigDecimal.TEN);
            day.add(move);
            level = after;
            kept = kept == null ? IntradayDeficit.of(MONDAY, move).orElse(null) : kept.after(move, MONDAY);

            Optional<Integer> worst = worst(day);
            assertThat(kept == null).isEqualTo(worst.isEmpty());
            if (kept != null) {
                Move left = day.get(worst.orElseThrow());
                BigDecimal raised = BigDecimal.ZERO;
                for (Move later : day.subList(worst.get() + 1, day.size())) {
                    raised = raised.add(later.after()).subtract(later.before());
                }
                assertThat(kept.amount()).isEqualByComparingTo(left.after().negate());
                assertThat(kept.at()).isEqualTo(left.at());
                assertThat(kept.metAt() != null).isEqualTo(raised.compareTo(kept.amount()) >= 0);
            }
        }
    }

    /** The first of the transactions that lowered the level which left the least, when that is below 0. */
    private static Optional<Integer> worst(List<Move> day) {
        int worst = -1;
        for (int i = 0; i < day.size(); i++) {
            Move move = day.get(i);
            BigDecimal least = worst < 0 ? BigDecimal.ZERO : day.get(worst).after();
            if (move.after().compareTo(move.before()) < 0 && move.after().compareTo(least) < 0) {
                worst = i;
            }
        }
        return worst < 0 ? Optional.empty() : Optional.of(worst);
    }

    private static BigDecimal cents(Random random, int most) {
        return BigDecimal.valueOf(random.nextInt(200 * most + 1) - 100L * most, 2);
    }

    private static Move move(int second, String before, String after) {
        return new Move(
                OPEN.plusSeconds(second), new BigDecimal(before), new BigDecimal(after), new BigDecimal("50000"));
    }
}
