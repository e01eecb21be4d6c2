package io.riskwatch.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.localstack.server.Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerDrillIT {

    static Stream<Server> servers() {
        return Stream.of(TestStack.postgres(), TestStack.redis(), TestStack.rabbit(), TestStack.mongo());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aKilledServerComesBackOnItsPort(Server server) {
        int port = server.port();
        long pid = server.pid();

        server.kill();
        assertThat(server.alive()).isFalse();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();

        server.start();
        assertThat(server.alive()).isTrue();
        assertThat(server.port()).isEqualTo(port);
        assertThat(server.pid()).isNotEqualTo(pid);
        assertThat(server.version()).isNotBlank();
    }

    @Test
    void aKilledPostgresKeepsWhatItAcknowledged() throws SQLException {
        Map<String, String> service = TestStack.springProperties("billing");
        execute(service, "CREATE TABLE kept (id int)", "INSERT INTO kept VALUES (7)");
        TestStack.postgres().kill();
        TestStack.postgres().start();
        execute(service, "DO $$ BEGIN ASSERT (SELECT count(*) FROM kept) = 1; END $$");
    }

    private static void execute(Map<String, String> service, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        service.get("spring.flyway.url"),
                        service.get("spring.flyway.user"),
                        service.get("spring.flyway.password"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
