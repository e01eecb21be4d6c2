package io.riskwatch.analytics.cli;

import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.contract.ContractSchema;
import io.riskwatch.analytics.history.HistorySource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as {@code POST /api/v1/analyses} takes it, with one field more: {@code prices}, a CSV of closes beside the file.
 *
 * @param history what the holdings' prices come from
 */
record RequestFile(AnalysisJob job, HistorySource history) {

    private static final Set<String> FIELDS =
            Set.of("kind", "baseCurrency", "holdings", "cash", "data", "prices", "weights", "value", "parameters");
    private static final String CASH = "CASH";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    static RequestFile of(JsonNode request, Path file, JsonMapper json) throws IOException {
        for (String field : request.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw new BadInputException(field, "There is no field " + field + " in a request.");
            }
        }
        String currency = request.path("baseCurrency").asString("USD");
        ObjectNode job = json.createObjectNode()
                .put("schemaVersion", 1)
                .put("analysisId", NOBODY)
                .put("organisationId", NOBODY)
                .put("kind", request.path("kind").asString(""))
                .put("requestedAt", "1970-01-01T00:00:00Z")
                .put("baseCurrency", currency);
        CsvPrices prices = prices(request, file);
        if (request.has("holdings")) {
            job.set("holdings", texts(request.path("holdings"), "quantity", json));
            if (request.has("cash")) {
                job.set("cash", texts(request.path("cash"), "amount", json));
            }
        } else if (prices != null) {
            job.set("data", prices.data(json));
        } else if (request.has("data")) {
            job.set("data", request.path("data"));
        } else {
            throw new BadInputException("holdings", "Give holdings with prices, data, or prices alone.");
        }
        weights(request.path("weights"), job);
        value(request.path("value"), currency, job);
        job.set("parameters", request.has("parameters") ? request.path("parameters") : json.createObjectNode());
        refuse(job);
        return new RequestFile(
                json.treeToValue(job, AnalysisJob.class), prices == null ? Analyze.NOTHING : prices.history(currency));
    }

    private static @Nullable CsvPrices prices(JsonNode request, Path file) throws IOException {
        return request.has("prices")
                ? CsvPrices.read(file.resolveSibling(request.path("prices").asString("")))
                : null;
    }

    /** Decimals are strings in a job and may be numbers in a request. */
    private static ArrayNode texts(JsonNode rows, String decimal, JsonMapper json) {
        ArrayNode written = json.createArrayNode();
        for (JsonNode row : rows) {
            if (!(row instanceof ObjectNode given)) {
                throw new BadInputException("holdings", "A holding is an object with a symbol.");
            }
            ObjectNode copy = given.deepCopy();
            if (copy.path(decimal).isNumber()) {
                copy.put(decimal, copy.path(decimal).decimalValue().toPlainString());
            }
            written.add(copy);
        }
        return written;
    }

    /** In the order of the columns, or by symbol where an absent one weighs nothing. */
    private static void weights(JsonNode weights, ObjectNode job) {
        if (weights.isArray()) {
            job.set("weights", weights);
        } else if (weights.isObject()) {
            List<String> symbols = job.path("data")
                    .path("symbols")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .toList();
            ArrayNode written = job.putArray("weights");
            for (String symbol : symbols) {
                written.add(weights.path(symbol).asDouble(0));
            }
            for (String symbol : weights.propertyNames()) {
                if (symbol.equals(CASH)) {
                    job.put("cashWeight", weights.path(CASH).asDouble(0));
                } else if (!symbols.contains(symbol)) {
                    throw new BadInputException("weights." + symbol, symbol + " is not a symbol of the data.");
                }
            }
        }
    }

    private static void value(JsonNode value, String currency, ObjectNode job) {
        if (!value.isMissingNode()) {
            JsonNode amount = value.isObject() ? value.path("amount") : value;
            job.putObject("value")
                    .put("amount", amount.isNumber() ? amount.decimalValue().toPlainString() : amount.asString(""))
                    .put("currency", value.isObject() ? value.path("currency").asString(currency) : currency);
        }
    }

    private static void refuse(ObjectNode job) {
        List<ContractSchema.Violation> violations =
                ContractSchema.of("job/analysis-job.schema.json").violations(job);
        if (!violations.isEmpty()) {
            ContractSchema.Violation first = violations.getFirst();
            throw new BadInputException(first.field(), first.field() + " " + first.message() + ".");
        }
    }
}
