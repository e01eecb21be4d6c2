package io.riskwatch.portfolio.imports.statement;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON document with a list {@code activities}, or such a list alone, as lines of one fixed header: the first line is
 * the header, every activity is a line after it. Streamed; at any moment one activity is in memory.
 */
final class JsonActivities implements StatementReader.LineSource {

    /** The members of an activity that say something. */
    static final List<String> HEADER = List.of(
            "date",
            "symbol",
            "datasource",
            "currency",
            "unitprice",
            "quantity",
            "type",
            "fee",
            "comment",
            "id",
            "isin");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(TextCheck.LONGEST_LINE)
                    .build())
            .build();

    private final JsonParser parser;
    private boolean started;
    private boolean inside;

    JsonActivities(Reader text) {
        this.parser = JSON.createParser(ObjectReadContext.empty(), text);
    }

    @Override
    public @Nullable Line next() {
        try {
            if (!started) {
                started = true;
                inside = enter();
                return inside ? new Line(1, HEADER) : null;
            }
            return inside && parser.nextToken() == JsonToken.START_OBJECT ? activity() : null;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new FileRefused(
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    at == null ? 1 : Math.max(1, at.getColumnNr()),
                    "is no JSON: " + e.getOriginalMessage());
        }
    }

    /** To the first element of the list. */
    private boolean enter() {
        var token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            return true;
        }
        if (token != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && "activities".equals(name)) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private Line activity() {
        var line = parser.currentTokenLocation().getLineNr();
        var fields = new String[HEADER.size()];
        Arrays.fill(fields, "");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var place = HEADER.indexOf(String.valueOf(parser.currentName()).toLowerCase(Locale.ROOT));
            var value = parser.nextToken();
            if (value != null && value.isStructStart()) {
                parser.skipChildren();
            } else if (place >= 0 && value != JsonToken.VALUE_NULL) {
                fields[place] = String.valueOf(parser.getString());
            }
        }
        return new Line(line, new ArrayList<>(Arrays.asList(fields)));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
