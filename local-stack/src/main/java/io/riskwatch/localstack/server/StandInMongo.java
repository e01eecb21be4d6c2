package io.riskwatch.localstack.server;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/**
 * A process that speaks MongoDB's protocol well enough for our repositories, for machines without a mongod. It knows no transactions,
 * no TTL and no schema validation, and writes of the last second before a kill -9 may be lost.
 */
public final class StandInMongo {

    private StandInMongo() {}

    /** Arguments: the port, and the data file or nothing for data in memory. */
    public static void main(String[] args) {
        MongoBackend backend =
                (args.length > 1 ? new H2Backend(args[1]) : new MemoryBackend()).version(ServerVersion.MONGO_5_0);
        MongoServer server = new MongoServer(backend);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "stop"));
        server.bind("127.0.0.1", Integer.parseInt(args[0]));
    }
}
