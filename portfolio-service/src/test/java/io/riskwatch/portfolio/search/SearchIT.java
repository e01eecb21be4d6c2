package io.riskwatch.portfolio.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

class SearchIT extends PortfolioServiceIT {

    private RestTestClient client;
    private Ledgers ledgers;

    @BeforeEach
    void aLedger() {
        client = http(callers.inNewOrganisation());
        ledgers = new Ledgers(client);
        ledgers.imported(ledgers.newPortfolio(), """
                date,type,symbol,quantity,price,currency,amount,note
                2024-01-02,DEPOSIT,,,,USD,9000,inheritance from grandmother
                2024-01-03,BUY,ORBX,50,100.5,USD,,first robot share
                2024-01-03,BUY,QNTL,20,50,USD,,
                2024-02-03,SELL,QNTL,20,51,USD,,
                """);
    }

    @Test
    void wordsAreFoundWithTypingErrorsInThem() {
        assertThat(found("robotcs")).contains("HOLDING ORBX", "INSTRUMENT ORBX");
        assertThat(found("grandmoter")).containsExactly("TRANSACTION DEPOSIT");
        assertThat(found("inheritance")).containsExactly("TRANSACTION DEPOSIT");
        assertThat(found("orbx")).contains("HOLDING ORBX", "INSTRUMENT ORBX", "TRANSACTION ORBX");
        assertThat(found("Mine")).containsExactly("PORTFOLIO Mine");
    }

    @Test
    void whatIsSoldIsAnInstrumentStillAndNoHolding() {
        assertThat(found("quantel")).containsExactly("INSTRUMENT QNTL");
    }

    @Test
    void whatResemblesNothingFindsNothingAndNoOrganisationFindsAnothers() {
        assertThat(found("zeppelin")).isEmpty();
        var other = new Ledgers(http(callers.inNewOrganisation()));
        assertThat(other.get("/api/v1/search?q=grandmother").get("items")).isEmpty();
    }

    @Test
    void theListIsBoundedAndSaidToBeWhenAskedForMore() {
        assertThat(ledgers.get("/api/v1/search?q=orbx&limit=1").get("items")).hasSize(1);
        client.get()
                .uri("/api/v1/search?q=orbx&limit=101")
                .exchange()
                .expectStatus()
                .isBadRequest();
        client.get().uri("/api/v1/search?q= ").exchange().expectStatus().isBadRequest();
        assertThat(found("' or 1=1 --")).isEmpty();
    }

    private List<String> found(String words) {
        var answer = Ledgers.body(client.get()
                .uri(uri -> uri.path("/api/v1/search").queryParam("q", "{q}").build(words))
                .exchange()
                .expectStatus()
                .isOk());
        return StreamSupport.stream(answer.get("items").spliterator(), false)
                .map(hit ->
                        hit.get("kind").stringValue() + " " + hit.get("title").stringValue())
                .toList();
    }
}
