package io.riskwatch.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08003", "08006", "57P01", "57P02", "57P03"})
    void aLostConnectionAndAServerThatStopsOrStartsMeanItIsAway(String state) {
        assertThat(DatabaseAway.caused(new IllegalStateException("in a transaction", new SQLException("gone", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "42601", "57014"})
    void whatADatabaseAnswersMeansItIsThere(String state) {
        assertThat(DatabaseAway.caused(new SQLException("no", state))).isFalse();
    }

    @Test
    void aPoolWithoutAConnectionMeansItIsAway() {
        assertThat(DatabaseAway.caused(
                        new RuntimeException(new SQLTransientConnectionException("timed out after 3000 ms"))))
                .isTrue();
    }

    @Test
    void otherFailuresAreNotTheDatabases() {
        assertThat(DatabaseAway.caused(new IllegalArgumentException(new EOFException())))
                .isFalse();
    }

    @Test
    void theAnswerIsA503ThatSaysWhenToAskAgain() {
        assertThat(DatabaseAway.problem().status().value()).isEqualTo(503);
        assertThat(DatabaseAway.problem().retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }
}
