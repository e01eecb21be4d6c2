package io.riskwatch.marketdata.quote;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.riskwatch.marketdata.xsim.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class QuoteContractTest {
    private static final Path EVENT = Path.of("contract", "event");

    private final QuoteJson json = new QuoteJson(new JsonMapper());

    @Test
    void whatTheFeedPublishesFollowsTheSchema() throws IOException {
        Instant now = Instant.parse("2026-11-20T20:15:00.250Z");
        List<Quote> quotes = SimulatedFeed.quotes(new Exchange(134, now), now);
        String message = QuoteJson.array(quotes.stream().map(json::write).toList());
        assertThat(quotes).hasSizeGreaterThanOrEqualTo(40).allMatch(Quote::simulated);
        assertThat(quotesSchema().validate(message, InputFormat.JSON)).isEmpty();
        assertThat(json.readAll(message)).isEqualTo(quotes);
    }

    @Test
    void theExampleFollowsTheSchemaAndIsRead() throws IOException {
        String example = Files.readString(EVENT.resolve("quotes.example.json"));
        assertThat(quotesSchema().validate(example, InputFormat.JSON)).isEmpty();
        assertThat(json.readAll(example)).extracting(Quote::symbol).containsExactly("ORBX", "EURUSD", "AAPL:XNAS");
        assertThat(json.write(json.readAll(example).getFirst())).doesNotContain("sessionCloses", "nextOpens");
    }

    @Test
    void theSchemaRefusesWhatIsNoPrice() throws IOException {
        String free = Files.readString(EVENT.resolve("quotes.example.json")).replace("446.42", "0");
        assertThat(quotesSchema().validate(free, InputFormat.JSON)).isNotEmpty();
    }

    private static Schema quotesSchema() throws IOException {
        String quote = Files.readString(EVENT.resolve("quote.schema.json"));
        String quotes = Files.readString(EVENT.resolve("quotes.schema.json"));
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemas(id -> id.endsWith("/quote.schema.json") ? quote : null))
                .getSchema(quotes, InputFormat.JSON);
    }
}
