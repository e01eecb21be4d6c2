package io.riskwatch.analytics.history;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.analysis.DependencyException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** The columnar call to the market-data service, with the worker's own service token. */
final class HistoryClient implements HistorySource {

    private static final int TOO_LARGE = 413;

    private final RestClient http;
    private final JsonMapper json;

    HistoryClient(RestClient http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    @Override
    public History fetch(HistoryRequest request) {
        if (request.symbols().isEmpty()) {
            return new History(List.of(), new int[0], new double[0][], List.of(), 0);
        }
        try {
            byte[] body = http.post()
                    .uri("/internal/v1/history/columns")
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_OCTET_STREAM)
                    .body(request)
                    .retrieve()
                    .body(byte[].class);
            return ColumnarFormat.read(body == null ? new byte[0] : body, json);
        } catch (RestClientException | OAuth2AuthorizationException | IllegalArgumentException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(Exception e) {
        if (e instanceof HttpClientErrorException client
                && client.getStatusCode().value() == TOO_LARGE) {
            return new BadInputException(
                    "parameters.from",
                    "The window holds more prices than can be analysed at once: take a shorter one or fewer holdings.");
        }
        return new DependencyException("price history is not to be had: " + e.getMessage(), e);
    }
}
