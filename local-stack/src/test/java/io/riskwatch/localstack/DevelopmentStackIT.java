package io.riskwatch.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.rabbitmq.client.ConnectionFactory;
import io.riskwatch.localstack.server.RabbitServer;
import io.riskwatch.localstack.server.StackProfile;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentStackIT {

    private final StackPasswords passwords = StackPasswords.random();

    @Test
    void aSecondStartFindsTheDataAndIsFast(@TempDir Path directory) throws Exception {
        try (LocalStack stack = start(Reachable.reachable(directory), new CopyOnWriteArrayList<>())) {
            Provisioning.run(stack.postgres()::connect, Provisioning.variables("portfolio", "portfolio", passwords));
            sql(stack, "CREATE TABLE kept AS SELECT 42 AS answer");
            assertThat(redis(stack, "SET kept 42")).startsWith("+OK");
            mongo(stack).insertOne(new Document("_id", "kept"));
            queue(stack, true);
        }
        var heard = new CopyOnWriteArrayList<Duration>();
        try (LocalStack stack = start(directory, heard)) {
            Provisioning.run(stack.postgres()::connect, Provisioning.variables("portfolio", "portfolio", passwords));
            assertThat(sql(stack, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(sql(stack, "SHOW fsync")).isEqualTo("on");
            assertThat(redis(stack, "GET kept")).contains("42");
            assertThat(mongo(stack).countDocuments()).isEqualTo(1);
            queue(stack, false);
        }
        assertThat(heard).hasSize(4);
        System.out.println("Servers started over kept data in " + heard);
    }

    private LocalStack start(Path directory, CopyOnWriteArrayList<Duration> heard) {
        Path cache = RepositoryRoot.find().resolve(".riskwatch/servers");
        LocalStack stack = new LocalStack(directory, cache, StackProfile.DEVELOPMENT, StackPorts.free(), passwords);
        stack.start((server, version, port, took) -> heard.add(took));
        return stack;
    }

    private String sql(LocalStack stack, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        stack.postgres().url("portfolio"), "portfolio_owner", passwords.owner());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static String redis(LocalStack stack, String command) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", stack.redis().port())) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static com.mongodb.client.MongoCollection<Document> mongo(LocalStack stack) {
        return MongoClients.create(stack.mongo().uri("riskwatch"))
                .getDatabase("riskwatch")
                .getCollection("kept");
    }

    private void queue(LocalStack stack, boolean declare) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(stack.rabbit().port());
        factory.setUsername(RabbitServer.USER);
        factory.setPassword(passwords.rabbit());
        factory.setVirtualHost(RabbitServer.VIRTUAL_HOST);
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            if (declare) {
                channel.queueDeclare("kept", true, false, false, null);
            } else {
                channel.queueDeclarePassive("kept");
            }
        }
    }
}
