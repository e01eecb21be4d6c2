package io.riskwatch.marketdata.xsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/**
 * The sample portfolio of portfolio-service was priced at XSIM's closes. When this fails the past of the exchange has
 * changed: price the sample anew as portfolio-service/sample/README.md says.
 */
class SamplePricesTest {

    private static final Path SAMPLE = Path.of("../portfolio-service/src/main/resources/sample/sample-portfolio.csv");

    @Test
    void everyTradeOfTheSamplePortfolioWasAtTheCloseOfItsDay() throws IOException {
        var expected = new HashMap<String, BigDecimal>();
        for (var line : Files.readAllLines(SAMPLE).stream().skip(1).toList()) {
            var cells = line.split(",", -1);
            if (!cells[2].isEmpty()) {
                expected.put(cells[0] + " " + cells[2] + " " + cells[5], new BigDecimal(cells[4]).stripTrailingZeros());
            }
        }
        var closes = new HashMap<String, BigDecimal>();
        var now = Instant.parse("2026-01-31T12:00:00Z");
        new Exchange(XsimProperties.DEFAULT_SEED, now).forEachBar(LocalDate.of(2020, 12, 31), now, (listing, bar) -> {
            var key = bar.day() + " " + listing.symbol() + " " + listing.currency();
            if (expected.containsKey(key)) {
                closes.put(key, BigDecimal.valueOf(bar.close()).stripTrailingZeros());
            }
        });

        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(closes).isEqualTo(expected);
    }
}
