package io.riskwatch.marketdata.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;

/** Stands in for a provider's REST interface on a port of its own. */
public final class StandIn implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    public final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").containerThreads(24));

    @Override
    public void beforeAll(ExtensionContext context) {
        server.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.resetAll();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + "/");
    }

    /** Answers everything with this. */
    public void answers(int status, String body) {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    /** Ends every connection in the middle of things. */
    public void breaks(Fault fault) {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
    }

    /** Answers later than anybody waits. */
    public void hangs(int millis) {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}").withFixedDelay(millis)));
    }

    /** Begins an answer and never ends it within reason. */
    public void drips(int millis) {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withBody("{\"a\":\"" + "x".repeat(200) + "\"}")
                        .withChunkedDribbleDelay(20, millis)));
    }

    public int calls() {
        return server.getAllServeEvents().size();
    }

    /** Bodies that no reader of an object may take for an answer, with what they are. */
    public static Stream<Arguments> garbage() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("a page", "<html><body>Service is being upgraded</body></html>"),
                Arguments.of("half an object", "{\"symbol\":\"AAPL\",\"close\":\"10"),
                Arguments.of("two objects", "{} {}"),
                Arguments.of("an array", "[]"),
                Arguments.of("null", "null"),
                Arguments.of("an empty object", "{}"),
                Arguments.of("a member twice", "{\"symbol\":\"AAPL\",\"symbol\":\"MSFT\"}"),
                Arguments.of("deep nesting", "[".repeat(100_000)));
    }
}
