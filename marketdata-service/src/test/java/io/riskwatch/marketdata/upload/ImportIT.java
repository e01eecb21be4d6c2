package io.riskwatch.marketdata.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.riskwatch.marketdata.MarketdataIT;
import io.riskwatch.marketdata.upload.ImportView.State;
import io.riskwatch.marketdata.upload.ImportView.Status;
import io.riskwatch.service.tenancy.Tenancy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

class ImportIT extends MarketdataIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PreviewPurge purge;

    @Autowired
    private TransactionOperations inTransaction;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Point(LocalDate date, double close) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record History(String currency, String provider, boolean simulated, List<Point> points) {}

    @Test
    void anOldPreviewIsPurgedWhoeverUploadedItAndACommittedFileIsNot() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        ImportView old = accepted(first, "date,ACME\n2024-01-02,1.5\n");
        ImportView fresh = accepted(first, "date,ACME\n2024-01-03,1.5\n");
        ImportView oldOfAnother = accepted(second, "date,ACME\n2024-01-02,1.5\n");
        ImportView committed = accepted(second, "date,BETA\n2024-01-02,1.5\n");
        commit(second, committed);
        made(first, old, Duration.ofHours(25));
        made(second, oldOfAnother, Duration.ofHours(25));
        made(second, committed, Duration.ofHours(25));

        purge.purge();

        get(first, "/api/v1/history/imports/" + old.importId()).expectStatus().isNotFound();
        get(second, "/api/v1/history/imports/" + oldOfAnother.importId())
                .expectStatus()
                .isNotFound();
        get(first, "/api/v1/history/imports/" + fresh.importId()).expectStatus().isOk();
        get(second, "/api/v1/history/imports/" + committed.importId())
                .expectStatus()
                .isOk();
    }

    private void made(UUID organisation, ImportView view, Duration ago) {
        Tenancy.as(
                organisation,
                () -> inTransaction.executeWithoutResult(status -> assertThat(jdbc.sql(
                                        "update history_import set created_at = ? where id = ?")
                                .param(OffsetDateTime.now(ZoneOffset.UTC).minus(ago))
                                .param(view.importId())
                                .update())
                        .isEqualTo(1)));
    }

    @Test
    void aFileIsPreviewedCommittedAndUndoneAsAWhole() {
        UUID organisation = UUID.randomUUID();
        ImportView preview = accepted(organisation, "date,ACME\n2024-01-02,1.5\n2024-01-03,1.75\n");
        assertThat(preview.state()).isEqualTo(State.PREVIEW);
        assertThat(preview.counts()).isEqualTo(new ImportView.Counts(2, 0, 0, 0, 0));
        assertThat(preview.symbols()).containsExactly("ACME");
        assertThat(preview.rows().getFirst())
                .isEqualTo(new ImportView.Row(2, Status.NEW, "ACME", LocalDate.of(2024, 1, 2), 1.5));
        get(organisation, "/api/v1/history/ACME").expectStatus().isNotFound();

        commit(organisation, preview);
        assertThat(history(organisation, "ACME").points())
                .containsExactly(new Point(LocalDate.of(2024, 1, 2), 1.5), new Point(LocalDate.of(2024, 1, 3), 1.75));
        get(organisation, "/api/v1/quotes?symbols=ACME")
                .expectBody()
                .json("{\"quotes\":[{\"symbol\":\"ACME\",\"price\":1.75,\"previousClose\":1.5,\"change\":0.25,"
                        + "\"currency\":\"USD\",\"provider\":\"upload\",\"simulated\":false,\"stale\":true,"
                        + "\"asOf\":\"2024-01-03T12:00:00Z\"}],\"missing\":[]}");
        get(organisation, "/api/v1/instruments/ACME")
                .expectBody()
                .json("{\"symbol\":\"ACME\",\"exchange\":\"UPLOAD\",\"provider\":\"upload\",\"simulated\":false}");

        undo(organisation, preview.importId());
        get(organisation, "/api/v1/history/ACME").expectStatus().isNotFound();
        get(organisation, "/api/v1/history/imports/" + preview.importId())
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("UNDONE");
        client(organisation)
                .post()
                .uri("/api/v1/history/imports/" + preview.importId() + "/commit")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void theSameFileAgainIsAllDuplicateAndALongerOneAddsOnlyTheNewDays() {
        UUID organisation = UUID.randomUUID();
        String file = "date,AA,BB\n2024-01-02,1,10\n2024-01-03,2,20\n";
        ImportView first = commit(organisation, accepted(organisation, file));
        ImportView again = accepted(organisation, file);
        assertThat(again.counts()).isEqualTo(new ImportView.Counts(0, 4, 0, 0, 0));
        ImportView longer = accepted(organisation, file + "2024-01-04,3,\n");
        assertThat(longer.counts()).isEqualTo(new ImportView.Counts(1, 4, 0, 1, 0));
        ImportView corrected = accepted(organisation, "date,AA\n2024-01-03,2.5\n");
        assertThat(corrected.counts()).isEqualTo(new ImportView.Counts(0, 0, 1, 0, 0));

        commit(organisation, again);
        commit(organisation, longer);
        commit(organisation, corrected);
        assertThat(closes(organisation, "AA")).containsExactly(1.0, 2.5, 3.0);
        undo(organisation, corrected.importId());
        assertThat(closes(organisation, "AA")).containsExactly(1.0, 2.0, 3.0);
        undo(organisation, first.importId());
        assertThat(closes(organisation, "AA"))
                .as("the other files still say so")
                .containsExactly(1.0, 2.0, 3.0);
        undo(organisation, longer.importId());
        undo(organisation, again.importId());
        get(organisation, "/api/v1/history/AA").expectStatus().isNotFound();
    }

    @Test
    void anUploadComesBeforeTheSimulatedListingForItsOrganisationOnly() {
        UUID organisation = UUID.randomUUID();
        commit(organisation, accepted(organisation, "date,symbol,close\n2024-01-02,ORBX,7\n2024-01-03,ORBX,8\n"));
        assertThat(history(organisation, "ORBX").provider()).isEqualTo("upload");
        assertThat(history(organisation, "ORBX").simulated()).isFalse();
        get(organisation, "/api/v1/quotes?symbols=ORBX")
                .expectBody()
                .jsonPath("$.quotes[0].price")
                .isEqualTo(8.0);
        get(organisation, "/api/v1/instruments?query=ORBX")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
        assertThat(history(OTHER_ORGANISATION, "ORBX").provider()).isEqualTo("xsim");
        get(OTHER_ORGANISATION, "/api/v1/quotes?symbols=ORBX")
                .expectBody()
                .jsonPath("$.quotes[0].provider")
                .isEqualTo("xsim");
    }

    @Test
    void anotherOrganisationSeesNeitherImportNorHistoryNorQuoteNorInstrument() {
        UUID organisation = UUID.randomUUID();
        ImportView mine = accepted(organisation, "date,SECRET\n2024-01-02,1\n2024-01-03,2\n");
        String path = "/api/v1/history/imports/" + mine.importId();
        WebTestClient other = client(OTHER_ORGANISATION);
        get(OTHER_ORGANISATION, path).expectStatus().isNotFound();
        other.post().uri(path + "/commit").exchange().expectStatus().isNotFound();
        other.delete().uri(path).exchange().expectStatus().isNotFound();
        commit(organisation, mine);
        other.delete().uri(path).exchange().expectStatus().isNotFound();
        get(OTHER_ORGANISATION, "/api/v1/history/SECRET").expectStatus().isNotFound();
        get(OTHER_ORGANISATION, "/api/v1/instruments/SECRET").expectStatus().isNotFound();
        get(OTHER_ORGANISATION, "/api/v1/instruments?query=SECRET")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        get(OTHER_ORGANISATION, "/api/v1/quotes?symbols=SECRET")
                .expectBody()
                .jsonPath("$.missing[0]")
                .isEqualTo("SECRET");
        assertThat(columns(OTHER_ORGANISATION, List.of("SECRET"), null).getInt(0))
                .isEqualTo(0x52574831);
        assertThat(new String(
                        columns(OTHER_ORGANISATION, List.of("SECRET"), null).array(), StandardCharsets.UTF_8))
                .contains("\"missing\":[\"SECRET\"]");
        assertThat(closes(organisation, "SECRET"))
                .as("and it is all still there")
                .containsExactly(1.0, 2.0);
        assertThat(jdbc.sql("select count(*) from history_series")
                        .query(Long.class)
                        .single())
                .as("the service's own role sees nothing without an organisation")
                .isZero();
    }

    static Stream<Arguments> malformedFiles() {
        return Stream.of(
                Arguments.of("wrong header", bytes("when,A\n2024-01-02,1\n"), 1, 1),
                Arguments.of("bad number", bytes("date,A\n2024-01-02,1\n2024-01-03,1O0\n"), 3, 2),
                Arguments.of("empty", new byte[0], 1, 1),
                Arguments.of("NUL", bytes("date,A\n2024-01-02,\u0000\n"), 2, 12),
                Arguments.of("UTF-16", "date,A\n2024-01-02,1\n".getBytes(StandardCharsets.UTF_16), 1, 1),
                Arguments.of("binary", new byte[] {(byte) 0x1F, (byte) 0x8B, 8, 0, 0}, 1, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedFiles")
    void aMalformedFileIsRefusedWithItsPlaceAndNothingIsStored(String fault, byte[] file, int line, int column) {
        UUID organisation = UUID.randomUUID();
        upload(organisation, resource(file))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.line")
                .isEqualTo(line)
                .jsonPath("$.column")
                .isEqualTo(column)
                .jsonPath("$.errors[0].field")
                .isEqualTo("file");
        assertThat(imports(organisation)).isZero();
    }

    @Test
    void aFileBeyondTheLimitsIsRefusedAndNothingIsStored() {
        UUID organisation = UUID.randomUUID();
        byte[] header = bytes("date,A\n");
        byte[] block = new byte[1 << 20];
        java.util.Arrays.fill(block, (byte) ' ');
        Flux<DataBuffer> hundredAndTwentyMegabytes = Flux.concat(
                        Flux.just(header), Flux.range(0, 120).map(i -> block))
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.asyncPart("file", hundredAndTwentyMegabytes, DataBuffer.class).filename("large.csv");
        post(organisation, body)
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("file");
        StringBuilder cells = new StringBuilder("date");
        for (int i = 0; i < 5_000; i++) {
            cells.append(",S").append(i);
        }
        String row = ",1".repeat(5_000) + "\n";
        cells.append('\n');
        for (int i = 0; i < 1_001; i++) {
            cells.append(LocalDate.of(2020, 1, 1).plusDays(i)).append(row);
        }
        upload(organisation, resource(bytes(cells.toString())))
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("cells");
        assertThat(imports(organisation)).isZero();
    }

    @Test
    void aRequestWithoutAFileOrWithAStrangeCurrencyIsRefused() {
        MultipartBodyBuilder nothing = new MultipartBodyBuilder();
        nothing.part("note", "no file here");
        post(ORGANISATION, nothing).expectStatus().isBadRequest();
        MultipartBodyBuilder strange = new MultipartBodyBuilder();
        strange.part("file", resource(bytes("date,A\n2024-01-02,1\n"))).filename("a.csv");
        strange.part("currency", "dollars");
        post(ORGANISATION, strange)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("currency");
    }

    @Test
    void theRealDataSetIsImportedExactlyAndReadBackAsAMatrix() throws IOException {
        Path file = realFile();
        Assumptions.assumeTrue(file != null, "the shared data set is not on this machine");
        UUID organisation = UUID.randomUUID();
        long started = System.nanoTime();
        ImportView preview = upload(organisation, new FileSystemResource(file))
                .expectStatus()
                .isCreated()
                .expectBody(ImportView.class)
                .returnResult()
                .getResponseBody();
        commit(organisation, preview);
        System.out.println("20 stocks over 8,313 days were uploaded and committed in "
                + Duration.ofNanos(System.nanoTime() - started).toMillis() + " ms");
        assertThat(preview.counts()).isEqualTo(new ImportView.Counts(8_313 * 20, 0, 0, 0, 0));
        assertThat(preview.symbols()).hasSize(20);
        assertThat(preview.rows()).hasSize(200);

        List<Integer> days = new ArrayList<>();
        Map<String, List<Double>> expected = new java.util.LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                days.add((int) LocalDate.parse(row.getField("Date")).toEpochDay());
                preview.symbols()
                        .forEach(symbol -> expected.computeIfAbsent(symbol, s -> new ArrayList<>())
                                .add(Double.parseDouble(row.getField(symbol))));
            }
        }
        ByteBuffer matrix = columns(organisation, preview.symbols(), null);
        assertThat(matrix.getInt()).isEqualTo(0x52574831);
        matrix.position(8 + matrix.getInt());
        for (int day : days) {
            assertThat(matrix.getInt()).isEqualTo(day);
        }
        for (String symbol : preview.symbols()) {
            for (double close : expected.get(symbol)) {
                assertThat(matrix.getDouble()).isEqualTo(close);
            }
        }
        assertThat(matrix.remaining()).isZero();
        assertThat(upload(organisation, new FileSystemResource(file))
                        .expectBody(ImportView.class)
                        .returnResult()
                        .getResponseBody()
                        .counts())
                .isEqualTo(new ImportView.Counts(0, 8_313 * 20, 0, 0, 0));
    }

    private static Path realFile() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/data/skfolio_sp500_dataset.csv");
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private long imports(UUID organisation) {
        return io.riskwatch.service.tenancy.Tenancy.as(
                organisation,
                () -> transaction.execute(status -> jdbc.sql("select count(*) from history_import")
                        .query(Long.class)
                        .single()));
    }

    @Autowired
    private org.springframework.transaction.support.TransactionTemplate transaction;

    private ByteBuffer columns(UUID organisation, List<String> symbols, Integer lastCommonDays) {
        Map<String, Object> request = new java.util.HashMap<>();
        request.put("organisationId", organisation);
        request.put("symbols", symbols);
        request.put("lastCommonDays", lastCommonDays);
        return ByteBuffer.wrap(client(TOKENS.service())
                .post()
                .uri("/internal/v1/history/columns")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(request)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Resource resource(byte[] file) {
        return new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return "prices.csv";
            }
        };
    }

    private ImportView accepted(UUID organisation, String csv) {
        return upload(organisation, resource(bytes(csv)))
                .expectStatus()
                .isCreated()
                .expectBody(ImportView.class)
                .returnResult()
                .getResponseBody();
    }

    private WebTestClient.ResponseSpec upload(UUID organisation, Resource file) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("file", file);
        return post(organisation, body);
    }

    private WebTestClient.ResponseSpec post(UUID organisation, MultipartBodyBuilder body) {
        return client(organisation)
                .post()
                .uri("/api/v1/history/imports")
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange();
    }

    private ImportView commit(UUID organisation, ImportView view) {
        return client(organisation)
                .post()
                .uri("/api/v1/history/imports/" + view.importId() + "/commit")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(ImportView.class)
                .returnResult()
                .getResponseBody();
    }

    private void undo(UUID organisation, UUID importId) {
        client(organisation)
                .delete()
                .uri("/api/v1/history/imports/" + importId)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private WebTestClient.ResponseSpec get(UUID organisation, String path) {
        return client(organisation).get().uri(path).exchange();
    }

    private History history(UUID organisation, String symbol) {
        return get(organisation, "/api/v1/history/" + symbol)
                .expectStatus()
                .isOk()
                .expectBody(History.class)
                .returnResult()
                .getResponseBody();
    }

    private List<Double> closes(UUID organisation, String symbol) {
        return history(organisation, symbol).points().stream().map(Point::close).toList();
    }
}
