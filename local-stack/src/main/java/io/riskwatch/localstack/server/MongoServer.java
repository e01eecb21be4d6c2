package io.riskwatch.localstack.server;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.riskwatch.localstack.process.StackException;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** MongoDB, wherever it comes from. */
public interface MongoServer extends Server {

    /** The address of a database. */
    String uri(String database);

    /** The version that the server at the address tells. */
    static String versionOf(String uri) {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            return client.getDatabase("admin")
                    .runCommand(new Document("buildInfo", 1))
                    .getString("version");
        } catch (MongoException e) {
            throw new StackException("MongoDB does not answer: " + e.getMessage(), e);
        }
    }
}
