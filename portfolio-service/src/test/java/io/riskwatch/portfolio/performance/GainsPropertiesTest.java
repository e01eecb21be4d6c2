package io.riskwatch.portfolio.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.ledger.Story;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.valuation.Past;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For random years in two currencies: the parts of the gain add up to the gain, over the whole and over any range. */
class GainsPropertiesTest {

    private static final LocalDate START = LocalDate.parse("2025-01-01");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void allPartsAddUpToTheGain(long seed) {
        var random = new Random(seed);
        var past = Past.of(year(random), "USD")
                .closing("RHNE", "EUR", walk(random, 100))
                .closing("ORBX", "USD", walk(random, 50))
                .closing("EURUSD", "USD", walk(random, 1.1));

        for (var from : new String[] {null, "2025-02-15", "2025-07-01"}) {
            var history = past.between(from, "2025-12-31");
            var period = Performance.of(history).period();
            assertThat(Gains.of(history).get().total().total())
                    .as("from %s", from)
                    .isCloseTo(period.gain(), within(1e-6));
        }
    }

    private static String[] walk(Random random, double start) {
        var points = new String[2 * 365];
        var level = start;
        for (var day = 0; day < 365; day++) {
            level *= 1 + 0.02 * random.nextGaussian();
            points[2 * day] = START.plusDays(day).toString();
            points[2 * day + 1] = decimal(level);
        }
        return points;
    }

    private static Story year(Random random) {
        var story = new Story();
        var held = new double[2];
        for (var day = 0; day < 365; day += 1 + random.nextInt(12)) {
            var date = START.plusDays(day).toString();
            var foreign = random.nextBoolean() ? 1 : 0;
            story.in(foreign == 1 ? "EUR" : "USD");
            var symbol = foreign == 1 ? "RHNE" : "ORBX";
            var units = 1 + random.nextInt(50);
            var price = decimal(20 + 100 * random.nextDouble());
            switch (random.nextInt(8)) {
                case 0 -> story.money(date, TransactionType.DEPOSIT, decimal(1000 * random.nextDouble() + 1));
                case 1 -> story.money(date, TransactionType.WITHDRAWAL, decimal(500 * random.nextDouble() + 1));
                case 2 -> {
                    story.transferIn(date, symbol, Integer.toString(units), price);
                    held[foreign] += units;
                }
                case 3 -> story.dividend(date, symbol, decimal(20 * random.nextDouble()), "0.5");
                case 4 -> story.money(date, TransactionType.FEE, "1.25");
                case 5 -> {
                    if (held[foreign] > 0) {
                        story.sell(date, symbol, decimal(held[foreign] / 2), price, "1");
                        held[foreign] -= Double.parseDouble(decimal(held[foreign] / 2));
                    }
                }
                default -> {
                    story.buy(date, symbol, Integer.toString(units), price, "2");
                    held[foreign] += units;
                }
            }
        }
        return story;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
