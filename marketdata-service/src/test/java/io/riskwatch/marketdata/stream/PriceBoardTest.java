package io.riskwatch.marketdata.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.marketdata.quote.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PriceBoardTest {
    private final PriceBoard board = new PriceBoard();

    @Test
    void aSessionLacksExactlyWhatIsNewerThanItHasSeen() {
        board.quotesArrived(List.of(quote("A", 1), quote("B", 2)));
        PriceBoard.View first = board.view();
        int a = board.id("A").orElseThrow();
        int b = board.id("B").orElseThrow();
        assertThat(text(first.news(a, 0))).isEqualTo("[" + a + ",1.0,1770000000000]");
        board.quotesArrived(List.of(quote("A", 1.5)));
        board.quotesArrived(List.of(quote("A", 1.25)));
        PriceBoard.View second = board.view();
        assertThat(text(second.news(a, first.version())))
                .as("the last value wins")
                .isEqualTo("[" + a + ",1.25,1770000000000]");
        assertThat(second.news(b, first.version())).isNull();
        assertThat(second.news(a, second.version())).isNull();
    }

    @Test
    void aViewDoesNotShowWhatCameAfterIt() {
        board.quotesArrived(List.of(quote("A", 1)));
        PriceBoard.View view = board.view();
        board.quotesArrived(List.of(quote("B", 2)));
        assertThat(view.news(board.id("B").orElseThrow(), 0)).isNull();
        assertThat(board.id("C")).isEmpty();
    }

    @Test
    void theBoardGrowsWithItsSymbols() {
        board.quotesArrived(
                IntStream.range(0, 2_000).mapToObj(i -> quote("S" + i, i + 1)).toList());
        PriceBoard.View view = board.view();
        for (int i = 0; i < 2_000; i++) {
            assertThat(text(view.news(board.id("S" + i).orElseThrow(), 0))).contains("," + (i + 1.0) + ",");
        }
    }

    private static String text(Fragment fragment) {
        return new String(fragment.json(), StandardCharsets.US_ASCII);
    }

    private static Quote quote(String symbol, double price) {
        return Quote.of(symbol, price, "USD", Instant.ofEpochMilli(1_770_000_000_000L), null, "xsim", true);
    }
}
