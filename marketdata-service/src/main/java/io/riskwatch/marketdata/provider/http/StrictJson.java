package io.riskwatch.marketdata.provider.http;

import io.riskwatch.marketdata.provider.Prices;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a provider's JSON: strict about what is needed, indifferent to what is unknown. Numbers keep the digits they were
 * written with, be they numbers or strings.
 */
public final class StrictJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int MOST_DIGITS = 60;

    private StrictJson() {}

    public static JsonNode object(String text) throws ContractException {
        JsonNode node = parse(text);
        if (!node.isObject()) {
            throw new ContractException("an object was expected");
        }
        return node;
    }

    private static JsonNode parse(String text) throws ContractException {
        try {
            JsonNode node = JSON.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new ContractException("the answer is empty");
            }
            return node;
        } catch (JacksonException e) {
            throw new ContractException("the answer is no JSON");
        }
    }

    public static JsonNode object(JsonNode parent, String name) throws ContractException {
        JsonNode node = parent.path(name);
        if (!node.isObject()) {
            throw new ContractException(name + " is no object");
        }
        return node;
    }

    public static JsonNode array(JsonNode parent, String name) throws ContractException {
        JsonNode node = parent.path(name);
        if (!node.isArray()) {
            throw new ContractException(name + " is no array");
        }
        return node;
    }

    public static String text(JsonNode parent, String name) throws ContractException {
        JsonNode node = parent.path(name);
        if (!node.isString() || node.asString().isBlank()) {
            throw new ContractException(name + " is missing");
        }
        return node.asString();
    }

    public static @Nullable String optionalText(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        return node.isString() && !node.asString().isBlank() ? node.asString() : null;
    }

    /** A number that can be a price. */
    public static BigDecimal price(JsonNode parent, String name) throws ContractException {
        return price(parent.path(name), name, "is missing");
    }

    /** The same for an element of an array. */
    public static BigDecimal price(JsonNode node, String name, String otherwise) throws ContractException {
        BigDecimal number = number(node, name);
        if (number == null) {
            throw new ContractException(name + " " + otherwise);
        }
        if (!Prices.plausible(number)) {
            throw new ContractException(name + " is no price");
        }
        return number;
    }

    /** A price that may be left out; one that is there must be one, but zero stands for "none". */
    public static @Nullable BigDecimal optionalPrice(JsonNode node, String name) throws ContractException {
        BigDecimal number = number(node, name);
        if (number == null || number.signum() == 0) {
            return null;
        }
        if (!Prices.plausible(number)) {
            throw new ContractException(name + " is no price");
        }
        return number;
    }

    /** Seconds since 1970, of this century. */
    public static Instant epochSeconds(JsonNode parent, String name) throws ContractException {
        return Instant.ofEpochSecond(epoch(parent, name, 1));
    }

    /** Milliseconds since 1970, of this century. */
    public static Instant epochMillis(JsonNode parent, String name) throws ContractException {
        return Instant.ofEpochMilli(epoch(parent, name, 1_000));
    }

    private static long epoch(JsonNode parent, String name, long unit) throws ContractException {
        BigDecimal number = number(parent.path(name), name);
        long earliest = 946_684_800L * unit;
        long latest = 4_102_444_800L * unit;
        if (number == null
                || number.compareTo(BigDecimal.valueOf(earliest)) < 0
                || number.compareTo(BigDecimal.valueOf(latest)) > 0) {
            throw new ContractException(name + " is no time of this century");
        }
        return number.longValue();
    }

    /** A number, written as one or as a string; null where it is null or missing. */
    public static @Nullable BigDecimal number(JsonNode node, String name) throws ContractException {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        String text = node.isString() ? node.asString().strip() : "";
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            throw new ContractException(name + " is no number");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new ContractException(name + " is no number");
        }
    }

    /** A count of shares; null where missing, negative or no number, as it is only for show. */
    public static @Nullable Long volume(JsonNode node) throws ContractException {
        BigDecimal number = number(node, "volume");
        return number == null || number.signum() < 0 || number.precision() - number.scale() > 18
                ? null
                : number.longValue();
    }
}
