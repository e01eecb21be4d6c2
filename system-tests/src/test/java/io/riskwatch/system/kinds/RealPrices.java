package io.riskwatch.system.kinds;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.riskwatch.system.SharedData;
import io.riskwatch.system.kinds.ExpectedFigures.Question;
import io.riskwatch.system.kinds.ExpectedFigures.Rows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns questions into bodies of {@code POST /api/v1/analyses} with the prices of their files inline. */
final class RealPrices {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RealPrices() {}

    static String body(Question question) {
        ObjectNode body = JSON.createObjectNode().put("kind", question.kind());
        ObjectNode parameters = (ObjectNode) question.parameters().deepCopy();
        parameters.put("value", question.value());
        question.attachments().forEach((parameter, rows) -> parameters.put(parameter, csv(rows)));
        body.set("parameters", parameters);
        body.set("weights", JSON.valueToTree(question.weights()));
        body.set("data", data(question.prices()));
        return body.toString();
    }

    private static ObjectNode data(Rows rows) {
        ObjectNode data = JSON.createObjectNode();
        data.set("symbols", JSON.valueToTree(rows.symbols()));
        ArrayNode dates = data.putArray("dates");
        ArrayNode prices = data.putArray("prices");
        for (NamedCsvRecord row : read(rows)) {
            dates.add(row.getField(0));
            ArrayNode closes = prices.addArray();
            rows.symbols().forEach(symbol -> closes.add(Double.parseDouble(row.getField(symbol))));
        }
        return data;
    }

    private static String csv(Rows rows) {
        List<NamedCsvRecord> records = read(rows);
        return Stream.concat(
                        Stream.of(String.join(",", records.getFirst().getHeader())),
                        records.stream().map(row -> String.join(",", row.getFields())))
                .collect(Collectors.joining("\n"));
    }

    private static List<NamedCsvRecord> read(Rows rows) {
        String text = new String(SharedData.read(rows.file()), StandardCharsets.UTF_8);
        return CsvReader.builder().ofNamedCsvRecord(text).stream()
                .filter(row -> row.getField(0).compareTo(rows.from()) >= 0
                        && row.getField(0).compareTo(rows.to()) <= 0)
                .toList();
    }
}
