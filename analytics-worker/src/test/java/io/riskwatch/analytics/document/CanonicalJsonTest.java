package io.riskwatch.analytics.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DoubleNode;

class CanonicalJsonTest {

    private final JsonMapper json = new JsonMapper();

    /** RFC 8785, appendix B: IEEE 754 bits and how they are written. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersAreWrittenAsTheStandardWritesThem(String bits, String text) {
        assertThat(CanonicalJson.number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    @Test
    void orderAndSpacesOfADocumentDoNotChangeItsHash() {
        var one = json.readTree("{\"b\": [1, 2.50], \"a\": {\"z\": null, \"y\": \"\\u20ac\\n\"}}");
        var other = json.readTree("{\"a\":{\"y\":\"€\\n\",\"z\":null},\"b\":[1.0,2.5]}");

        assertThat(CanonicalJson.write(one)).isEqualTo("{\"a\":{\"y\":\"€\\n\",\"z\":null},\"b\":[1,2.5]}");
        assertThat(CanonicalJson.sha256(one))
                .isEqualTo(CanonicalJson.sha256(other))
                .hasSize(64);
    }

    @Test
    void anotherNumberIsAnotherHash() {
        assertThat(CanonicalJson.sha256(json.readTree("{\"a\":0.1}")))
                .isNotEqualTo(CanonicalJson.sha256(json.readTree("{\"a\":0.10000000000000002}")));
    }

    @Test
    void whatJsonCannotSayIsRefused() {
        assertThatThrownBy(() -> CanonicalJson.write(DoubleNode.valueOf(Double.NaN)))
                .hasMessageContaining("finite");
    }
}
