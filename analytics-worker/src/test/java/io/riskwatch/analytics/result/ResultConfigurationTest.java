package io.riskwatch.analytics.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ResultConfigurationTest {

    @Test
    @Timeout(15)
    void aResultStoreThatNeverAnswersIsGivenUpWithinSeconds() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var settings = settings("mongodb://localhost:" + silent.getLocalPort());
            try (var client = MongoClients.create(settings)) {
                var database = client.getDatabase("results");
                assertThatThrownBy(() -> database.runCommand(new Document("ping", 1)))
                        .isInstanceOf(MongoTimeoutException.class);
            }
        }
    }

    @Test
    void anAnswerThatStopsHalfWayIsNotWaitedForWithoutEnd() {
        var sockets = settings("mongodb://localhost").getSocketSettings();

        assertThat(sockets.getConnectTimeout(TimeUnit.SECONDS)).isBetween(1, 5);
        assertThat(sockets.getReadTimeout(TimeUnit.SECONDS)).isBetween(1, 15);
    }

    private static MongoClientSettings settings(String address) {
        var builder = MongoClientSettings.builder().applyConnectionString(new ConnectionString(address));
        new ResultConfiguration().resultStoreTimeouts().customize(builder);
        return builder.build();
    }
}
