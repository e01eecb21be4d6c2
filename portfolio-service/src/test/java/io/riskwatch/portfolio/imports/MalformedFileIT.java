package io.riskwatch.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.service.tenancy.Tenancy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** A file that cannot be read is refused with the place that is wrong, and leaves nothing behind. */
class MalformedFileIT extends PortfolioServiceIT {

    private static final String HEADER = "date,type,symbol,quantity,price,currency,fee,amount,note\n";

    @Autowired
    private TransactionOperations inTransaction;

    private TestCaller caller;
    private Ledgers ledgers;
    private String portfolio;

    @BeforeEach
    void aPortfolio() {
        caller = callers.inNewOrganisation();
        ledgers = new Ledgers(http(caller));
        portfolio = ledgers.newPortfolio();
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("empty", text(""), "line 1, column 1", "the file is empty"),
                Arguments.of("blank", text("\n \n"), "line 1, column 1", "the file is empty"),
                Arguments.of("only a header", text(HEADER), "line 2, column 1", "there is no row after the header"),
                Arguments.of("wrong header", text("date,typ,symbol\n"), "line 1, column 2", "'typ' is not a column"),
                Arguments.of(
                        "missing column", text("symbol,price\nORBX,1\n"), "line 1, column 3", "'quantity' is missing"),
                Arguments.of("column twice", text("symbol,quantity,symbol\n"), "line 1, column 3", "is there twice"),
                Arguments.of(
                        "bad number",
                        text(HEADER + "2024-01-02,BUY,ORBX,1,100,USD,,,\n2024-01-03,BUY,ORBX,ten,100,USD,,,\n"),
                        "line 3, column 4 (quantity)",
                        "'ten' is not a number"),
                Arguments.of(
                        "thousands separator",
                        text(HEADER + "2024-01-02,BUY,ORBX,1,\"1,000\",USD,,,\n"),
                        "line 2, column 5 (price)",
                        "'1,000' is not a number"),
                Arguments.of(
                        "bad date",
                        text(HEADER + "02.01.2024,BUY,ORBX,1,100,USD,,,\n"),
                        "line 2, column 1 (date)",
                        "'02.01.2024' is not a date like 2024-12-31"),
                Arguments.of(
                        "unknown type",
                        text(HEADER + "2024-01-02,BOUGHT,ORBX,1,100,USD,,,\n"),
                        "line 2, column 2 (type)",
                        "'BOUGHT' is not one of BUY"),
                Arguments.of(
                        "unknown currency",
                        text(HEADER + "2024-01-02,BUY,ORBX,1,100,XQZ,,,\n"),
                        "line 2, column 6 (currency)",
                        "'XQZ' is not a currency"),
                Arguments.of(
                        "too many fields",
                        text(HEADER + "2024-01-02,BUY,ORBX,1,100,USD,,,,more\n"),
                        "line 2, column 10",
                        "10 fields and the header 9"),
                Arguments.of(
                        "too many decimals",
                        text(HEADER + "2024-01-02,BUY,ORBX,0.00000000001,100,USD,,,\n"),
                        "line 2, column 4 (quantity)",
                        "more than 10 decimals"),
                Arguments.of(
                        "unclosed quote",
                        text(HEADER + "2024-01-02,BUY,\"ORBX,1,100,USD,,,\n"),
                        "line 2, column 1",
                        "is no CSV"),
                Arguments.of(
                        "UTF-16 with mark",
                        (HEADER + "x").getBytes(StandardCharsets.UTF_16),
                        "line 1, column 1",
                        "save the file as UTF-8"),
                Arguments.of(
                        "UTF-16 without mark",
                        (HEADER + "x").getBytes(StandardCharsets.UTF_16LE),
                        "line 1, column 1",
                        "save the file as UTF-8"),
                Arguments.of(
                        "NUL", text(HEADER + "2024-01-02,BUY,OR\0BX,1,100,USD,,,\n"), "line 2, column 18", "NUL byte"),
                Arguments.of(
                        "Latin-1",
                        (HEADER + "2024-01-02,BUY,ORBX,1,100,USD,,,Käufer\n").getBytes(StandardCharsets.ISO_8859_1),
                        "line 2, column 34",
                        "is not UTF-8 text"),
                Arguments.of(
                        "spreadsheet",
                        text("PK\u0003\u0004rest of the archive"),
                        "line 1, column 1",
                        "a spreadsheet or an archive"),
                Arguments.of("random bytes", randomBytes(), "line 1, column", ""),
                Arguments.of(
                        "a line without end",
                        text(HEADER + "x".repeat(70_000)),
                        "line 2, column 65537",
                        "longer than 65536 characters"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] randomBytes() {
        var bytes = new byte[50_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("files")
    void isRefusedNamingLineAndColumnAndNothingIsStored(String name, byte[] file, String place, String reason) {
        var problem =
                Ledgers.body(ledgers.upload(portfolio, file, "").expectStatus().isEqualTo(422));

        assertThat(problem.get("errors").get(0).get("field").stringValue()).startsWith(place);
        assertThat(problem.get("errors").get(0).get("message").stringValue()).contains(reason);
        assertThat(problem.get("detail").stringValue()).contains(place);
        assertThat(problem.get("line").asInt()).isPositive();
        assertThat(problem.get("column").asInt()).isPositive();
        assertNothingIsStored();
    }

    @Test
    void severalMalformedRowsAreAllNamed() {
        var problem = Ledgers.body(
                ledgers.upload(portfolio, HEADER + "2024-01-02,BUY,ORBX,a,100,USD,,,\n2024-01-02,BUY,ORBX,1,b,USD,,,\n")
                        .expectStatus()
                        .isEqualTo(422));

        assertThat(problem.get("errors")).hasSize(2);
        assertThat(problem.get("errors").get(1).get("field").stringValue()).isEqualTo("line 3, column 5 (price)");
    }

    @Test
    void moreThanTwoHundredThousandRowsAreTooMany() {
        var file = new StringBuilder("symbol,quantity\n");
        for (var i = 0; i < 200_001; i++) {
            file.append("ORBX,1\n");
        }

        ledgers.upload(portfolio, file.toString())
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("200000 rows");
        assertNothingIsStored();
    }

    @Test
    void twoHundredMegabytesAreRefusedNamingTheLimitAndAreNotKeptInMemory() throws IOException {
        var connection =
                (HttpURLConnection) URI.create(address() + "/api/v1/portfolios/%s/imports".formatted(portfolio))
                        .toURL()
                        .openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Bearer " + caller.token());
        connection.setRequestProperty("Content-Type", "multipart/form-data; boundary=xyz");
        var head = "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        var tail = "\r\n--xyz--\r\n".getBytes(StandardCharsets.US_ASCII);
        var block = "2024-01-02,BUY,ORBX,1,100,USD,,,\n".repeat(32 * 1024).getBytes(StandardCharsets.US_ASCII);
        var blocks = 200 * 1024 * 1024 / block.length;
        connection.setFixedLengthStreamingMode((long) head.length + (long) blocks * block.length + tail.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(head);
            for (var i = 0; i < blocks; i++) {
                out.write(block);
            }
            out.write(tail);
        }

        assertThat(connection.getResponseCode()).isEqualTo(413);
        var problem = JsonMapper.builder().build().readTree(connection.getErrorStream());
        assertThat(problem.get("limit").stringValue()).isEqualTo("25 MB");
        assertThat(problem.get("detail").stringValue()).contains("25 MB");
        assertNothingIsStored();
    }

    private void assertNothingIsStored() {
        Tenancy.as(
                caller.organisationId(),
                () -> inTransaction.executeWithoutResult(status -> {
                    for (var table : new String[] {"portfolio_import", "import_row", "ledger_transaction"}) {
                        assertThat(jdbc.sql("select count(*) from " + table)
                                        .query(Long.class)
                                        .single())
                                .as(table)
                                .isZero();
                    }
                }));
    }
}
