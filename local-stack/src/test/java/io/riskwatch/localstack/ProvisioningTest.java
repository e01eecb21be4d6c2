package io.riskwatch.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvisioningTest {

    @Test
    void variablesAreQuotedAsPsqlQuotesThem() {
        assertThat(Provisioning.substitute(
                        "ALTER ROLE :\"app\" PASSWORD :'pw';", Map.of("app", "a\"b", "pw", "it's $1")))
                .isEqualTo("ALTER ROLE \"a\"\"b\" PASSWORD 'it''s $1';");
    }

    @Test
    void castsAreNoVariables() {
        assertThat(Provisioning.substitute("SELECT 'x'::text;", Map.of())).isEqualTo("SELECT 'x'::text;");
    }

    @Test
    void anUnknownVariableIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provisioning.substitute("SELECT :'nobody';", Map.of()))
                .withMessageContaining("nobody");
    }

    @Test
    void aScriptIsCutAtSemicolonsAndMetaCommands() {
        assertThat(Provisioning.statements(
                        "-- a comment\nSELECT 1;\n\nSELECT\n  2 \\gexec\n\\connect \"db\"\nSELECT 3;\n"))
                .containsExactly("SELECT 1;", "SELECT 2 \\gexec", "\\connect \"db\"", "SELECT 3;");
        assertThatIllegalArgumentException().isThrownBy(() -> Provisioning.statements("SELECT 1"));
    }
}
