package io.riskwatch.localstack.server;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/**
 * A process that speaks MongoDB's protocol well enough for our repositories, for machines without a mongod. It knows no transactions,
 * no TTL and no schema validation, and writes of the last second before a kill -9 may be lost.
 */
public final class StandInMongo {

    private StandInMongo() {}

    /** Arguments: the port, and the data file or nothing for data in memory. */
    public static void main(String[] args) {
        MongoBackend backend = args.length > 1 ? new OnDisk(args[1]) : new InMemory();
        MongoServer server = new MongoServer(backend.version(ServerVersion.MONGO_5_0));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "stop"));
        server.bind("127.0.0.1", Integer.parseInt(args[0]));
    }

    /** The library knows the greeting by its old name only; health checks use the new one. */
    private static String knownName(String command) {
        return command.equals("hello") ? "isMaster" : command;
    }

    private static final class InMemory extends MemoryBackend {
        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            return super.handleCommand(channel, database, knownName(command), query);
        }
    }

    private static final class OnDisk extends H2Backend {
        OnDisk(String file) {
            super(file);
        }

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            return super.handleCommand(channel, database, knownName(command), query);
        }
    }
}
