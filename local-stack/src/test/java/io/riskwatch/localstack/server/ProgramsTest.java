package io.riskwatch.localstack.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramsTest {

    @ParameterizedTest
    @CsvSource({
        "Redis server v=7.0.15 sha=0, true",
        "Redis server v=6.2.0 sha=0, true",
        "Redis server v=6.0.16 sha=0, false",
        "Redis server v=5.9.9 sha=0, false",
        "no version, false"
    })
    void anOldServerIsNotUsed(String said, boolean recent) {
        assertThat(Programs.isRecent(said, new int[] {6, 2})).isEqualTo(recent);
    }

    @Test
    void onlyWhatAProgramNeedsToRunIsFetched() {
        String aptCache = """
                rabbitmq-server
                  PreDepends: init-system-helpers
                  Depends: adduser
                  Depends: erlang-base
                 |Depends: erlang-nox
                  Depends: <erlang-abi-17.0>
                  Depends: libc6
                  Depends: libssl3
                  Depends: python3
                  Depends: zlib1g
                """;
        assertThat(DebianPackages.dependencies(aptCache)).containsExactly("erlang-base", "libssl3", "zlib1g");
    }
}
