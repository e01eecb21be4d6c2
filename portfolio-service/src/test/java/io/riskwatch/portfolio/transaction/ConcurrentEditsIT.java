package io.riskwatch.portfolio.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Several people, or several tabs, change one ledger at the same time: nothing is lost and nothing impossible is booked. */
class ConcurrentEditsIT extends PortfolioServiceIT {

    private static final int EDITORS = 8;

    private RestTestClient client;
    private Ledgers ledgers;
    private String portfolio;
    private String purchase;

    @BeforeEach
    void tenAreBought() {
        client = http(callers.inNewOrganisation());
        ledgers = new Ledgers(client);
        portfolio = ledgers.newPortfolio();
        var id = Ledgers.body(ledgers.record(portfolio, booking("BUY", "10")))
                .get("id")
                .stringValue();
        purchase = "/api/v1/portfolios/" + portfolio + "/transactions/" + id;
    }

    @Test
    void ofThoseWhoReadTheSameVersionOneChangesItAndTheOthersAreTold() throws Exception {
        var answers = atOnce(editor -> client.put()
                .uri(purchase)
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(booking("BUY", String.valueOf(20 + editor)))
                .exchange()
                .returnResult()
                .getStatus()
                .value());

        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers.stream().filter(status -> status == 412)).hasSize(EDITORS - 1);
        assertThat(ledgers.get(purchase).get("quantity").stringValue())
                .isEqualTo(String.valueOf(20 + answers.indexOf(200)));
        assertThat(ledgers.get(purchase + "/history").get("steps"))
                .extracting(step -> step.get("step").stringValue())
                .containsExactly("CHANGED", "RECORDED");
    }

    @Test
    void everyChangeOfThoseWhoReadNoVersionIsKeptOneAfterTheOther() throws Exception {
        var answers = atOnce(editor -> ledgers.put(purchase, booking("BUY", String.valueOf(20 + editor)))
                .returnResult()
                .getStatus()
                .value());

        assertThat(answers).containsOnly(200);
        var steps = ledgers.get(purchase + "/history").get("steps");
        var said = new ArrayList<String>();
        steps.forEach(step -> said.add(step.get("after").get("quantity").stringValue()));
        assertThat(said)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(-1, EDITORS)
                        .mapToObj(editor -> editor < 0 ? "10" : String.valueOf(20 + editor))
                        .toList());
        assertThat(said.getFirst())
                .isEqualTo(ledgers.get(purchase).get("quantity").stringValue());
    }

    @Test
    void noMoreIsSoldThanIsHeldHoweverManySellAtOnce() throws Exception {
        var answers = atOnce(editor -> ledgers.record(portfolio, booking("SELL", "3"))
                .returnResult()
                .getStatus()
                .value());

        assertThat(answers.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(answers.stream().filter(status -> status == 422)).hasSize(EDITORS - 3);
        assertThat(ledgers.get("/api/v1/portfolios/" + portfolio + "/holdings")
                        .get("holdings")
                        .get(0)
                        .get("quantity")
                        .stringValue())
                .isEqualTo("1");
    }

    private static String booking(String type, String quantity) {
        return "{\"date\":\"2024-01-02\",\"type\":\"%s\",\"symbol\":\"ORBX\",\"quantity\":\"%s\",\"price\":\"100\"}"
                .formatted(type, quantity);
    }

    /** The answers in the order of the editors. */
    private static List<Integer> atOnce(IntFunction<Integer> edit) throws Exception {
        try (var threads = Executors.newFixedThreadPool(EDITORS)) {
            var tasks = IntStream.range(0, EDITORS)
                    .mapToObj(editor -> (Callable<Integer>) () -> edit.apply(editor))
                    .toList();
            var answers = new ArrayList<Integer>();
            for (var done : threads.invokeAll(tasks)) {
                answers.add(done.get());
            }
            return answers;
        }
    }
}
