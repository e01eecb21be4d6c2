package io.riskwatch.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FreshServersIT {

    private static Map<String, String> properties;

    @BeforeAll
    static void start() {
        properties = TestStack.springProperties("portfolio");
    }

    @Test
    void everyServerTellsItsRealVersion() {
        assertThat(TestStack.postgres().version()).startsWith("18.");
        assertThat(TestStack.redis().version()).matches("[678]\\.\\d+\\.\\d+");
        assertThat(TestStack.rabbit().version()).matches("[34]\\.\\d+\\.\\d+");
        assertThat(TestStack.mongo().version()).matches("(stand-in mongo-java-server )?\\d+\\..*");
    }

    /** Spring Boot's health check asks this way. */
    @Test
    void mongoAnswersHello() {
        try (var client = com.mongodb.client.MongoClients.create(properties.get("spring.mongodb.uri"))) {
            var answer = client.getDatabase("admin").runCommand(new org.bson.Document("hello", 1));
            assertThat(answer).containsKey("maxWireVersion").containsEntry("ok", 1.0);
        }
    }

    @Test
    void everyCallGivesDatabasesOfItsOwn() {
        assertThat(TestStack.springProperties("portfolio"))
                .doesNotContainEntry("spring.datasource.url", properties.get("spring.datasource.url"))
                .doesNotContainEntry("spring.data.redis.database", properties.get("spring.data.redis.database"))
                .doesNotContainEntry("spring.rabbitmq.virtual-host", properties.get("spring.rabbitmq.virtual-host"))
                .doesNotContainEntry("spring.mongodb.uri", properties.get("spring.mongodb.uri"))
                .containsEntry("spring.datasource.username", "portfolio_app");
    }

    @Test
    void theAppRoleIsHeldByRowLevelSecurityAndTheOwnerIsNot() throws SQLException {
        try (Connection owner = connect("spring.flyway.user", "spring.flyway.password");
                Connection app = connect("spring.datasource.username", "spring.datasource.password")) {
            execute(owner, "CREATE TABLE secret (id bigint GENERATED ALWAYS AS IDENTITY, organisation text)");
            execute(owner, "ALTER TABLE secret ENABLE ROW LEVEL SECURITY");
            execute(owner, "ALTER TABLE secret FORCE ROW LEVEL SECURITY");
            execute(
                    owner,
                    "CREATE POLICY own ON secret USING (organisation = current_setting('app.organisation', true))");
            execute(owner, "INSERT INTO secret (organisation) VALUES ('a'), ('b')");

            assertThat(count(owner)).isEqualTo(2);
            assertThat(count(app)).isZero();
            execute(app, "SET app.organisation = 'a'");
            assertThat(count(app)).isEqualTo(1);
            execute(app, "INSERT INTO secret (organisation) VALUES ('a')");
            assertThat(count(app)).isEqualTo(2);
            assertThatThrownBy(() -> execute(app, "ALTER TABLE secret DISABLE ROW LEVEL SECURITY"))
                    .hasMessageContaining("must be owner");
            assertThatThrownBy(() -> execute(app, "CREATE TABLE mine (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(app, "ALTER ROLE portfolio_app BYPASSRLS"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                properties.get("spring.datasource.url"), properties.get(user), properties.get(password));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM secret")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
