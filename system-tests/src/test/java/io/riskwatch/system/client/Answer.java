package io.riskwatch.system.client;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Answer(String request, int status, HttpHeaders headers, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public JsonNode json() {
        return JSON.readTree(text);
    }

    /** This answer, if it has the status; else a failure that shows what was asked and answered. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError(request + " answered " + status + " instead of " + expected + ": " + shortened());
        }
        return this;
    }

    /** This answer, if it is a success of any kind; else a failure that shows what was asked and answered. */
    public Answer success() {
        if (status / 100 != 2) {
            throw new AssertionError(request + " answered " + status + ": " + shortened());
        }
        return this;
    }

    private String shortened() {
        return text.length() > 2_000 ? text.substring(0, 2_000) + " ..." : text;
    }
}
