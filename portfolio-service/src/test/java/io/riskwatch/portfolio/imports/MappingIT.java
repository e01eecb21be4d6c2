package io.riskwatch.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;

/** A file nobody knows: what was found, the mapping, the template that is reused. */
class MappingIT extends PortfolioServiceIT {

    private static final String FILE = """
            Kontoauszug Januar
            Handelstag;Vorgang;Papier;Menge;Kurs;Spesen;Endbetrag;Devise
            15.01.2024;Zukauf;AAPL;10;185,00;1,00;-1.851,00;USD
            20.03.2024;Abgang;AAPL;4;190,00;1,00;759,00;USD
            31.03.2024;Saldo;;;;;8.910,40;USD
            """;
    private static final String MAPPING = """
            {"name":"My bank","columns":{"date":"Handelstag","type":"Vorgang","symbol":"Papier","quantity":"Menge",
             "price":"Kurs","fee":"Spesen","amount":"Endbetrag","currency":"Devise"},"dateFormat":"dd.MM.yyyy",
             "decimalMark":"COMMA","types":{"Zukauf":"BUY","Abgang":"SELL"},"ignoredTypes":["Saldo"]}""";

    private RestTestClient client;
    private Ledgers ledgers;
    private String portfolio;

    @BeforeEach
    void aPortfolio() {
        client = http(callers.inNewOrganisation());
        ledgers = new Ledgers(client);
        portfolio = ledgers.newPortfolio();
    }

    @Test
    void anUnknownHeaderTellsWhatWasFoundAndWhatIsProbablyMeant() {
        var problem =
                Ledgers.body(ledgers.upload(portfolio, FILE).expectStatus().isEqualTo(422));

        assertThat(problem.get("headerLine").asInt()).isEqualTo(2);
        assertThat(problem.get("columns").get(0).stringValue()).isEqualTo("Handelstag");
        assertThat(problem.get("samples")).hasSize(3);
        assertThat(problem.get("samples").get(0).get(6).stringValue()).isEqualTo("-1.851,00");
        assertThat(problem.get("guesses").get("quantity").stringValue()).isEqualTo("Menge");
        assertThat(problem.get("guesses").get("price").stringValue()).isEqualTo("Kurs");
        assertThat(problem.get("guesses").get("fee").stringValue()).isEqualTo("Spesen");
    }

    @Test
    void aMappingMakesAPreviewAndItsTemplateReadsTheNextFileAlone() {
        var preview = Ledgers.body(mapped(FILE, MAPPING).expectStatus().isCreated());
        assertThat(preview.get("format").stringValue()).isEqualTo("MAPPED");
        assertThat(preview.get("counts").toString()).isEqualTo("{\"NEW\":2,\"DUPLICATE\":0,\"IGNORED\":2,\"ERROR\":0}");
        ledgers.post(
                        "/api/v1/portfolios/%s/imports/%s/commit"
                                .formatted(portfolio, preview.get("importId").stringValue()),
                        "")
                .expectStatus()
                .isOk();
        var held = ledgers.get("/api/v1/portfolios/" + portfolio + "/holdings")
                .get("holdings")
                .get(0);
        assertThat(held.get("quantity").stringValue()).isEqualTo("6");
        assertThat(held.get("costBasis").stringValue()).isEqualTo("1110.6");

        var next = Ledgers.body(ledgers.upload(portfolio, FILE + "02.04.2024;Zukauf;AAPL;1;180,00;0,00;-180,00;USD\n")
                .expectStatus()
                .isCreated());
        assertThat(next.get("counts").toString()).isEqualTo("{\"NEW\":1,\"DUPLICATE\":2,\"IGNORED\":2,\"ERROR\":0}");

        var templates = ledgers.get("/api/v1/import-templates").get("items");
        assertThat(templates).hasSize(1);
        assertThat(templates.get(0).get("name").stringValue()).isEqualTo("My bank");
        assertThat(new Ledgers(http(callers.inNewOrganisation()))
                        .get("/api/v1/import-templates")
                        .get("items"))
                .as("another organisation's")
                .isEmpty();
        client.delete()
                .uri("/api/v1/import-templates/" + templates.get(0).get("id").stringValue())
                .exchange()
                .expectStatus()
                .isNoContent();
        ledgers.upload(portfolio, FILE).expectStatus().isEqualTo(422);
    }

    @Test
    void aMappingThatNamesNoFieldOfTheLedgerIsRefusedNamingIt() {
        var problem = Ledgers.body(mapped(FILE, "{\"columns\":{\"day\":\"Handelstag\",\"quantity\":\"Menge\"}}")
                .expectStatus()
                .isEqualTo(400));

        assertThat(problem.get("errors").toString())
                .contains("mapping.columns.day")
                .contains("mapping.columns.date");
    }

    private RestTestClient.ResponseSpec mapped(String file, String mapping) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "statement.csv";
            }
        });
        var json = new HttpHeaders();
        json.setContentType(MediaType.APPLICATION_JSON);
        parts.add("mapping", new HttpEntity<>(mapping, json));
        return client.post()
                .uri("/api/v1/portfolios/%s/imports".formatted(portfolio))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }
}
