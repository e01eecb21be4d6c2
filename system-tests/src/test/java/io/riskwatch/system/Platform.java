package io.riskwatch.system;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.riskwatch.localstack.platform.RunningService;
import io.riskwatch.localstack.platform.Service;
import io.riskwatch.localstack.platform.TestPlatform;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;

/** The running platform as a system test sees it: an address, a token, and hands that can break things. */
public final class Platform implements AutoCloseable {

    private final TestPlatform platform;

    private Platform(TestPlatform platform) {
        this.platform = platform;
    }

    static Platform start() {
        return new Platform(TestPlatform.start());
    }

    /** The gateway's address, which is the public one. */
    public URI gateway() {
        return platform.platform().url();
    }

    /** A bearer token of the local demo user, as {@code ./riskwatch token} prints it. */
    public String demoToken() {
        return platform.platform().demoToken();
    }

    public RunningService service(String module) {
        return platform.platform().service(service(Service.values(), module));
    }

    /** {@code kill -9} of a service, by its module's name. */
    public void kill(String module) {
        service(module).kill();
    }

    /** Starts the service again and returns when it is healthy. */
    public void start(String module) {
        service(module).start();
    }

    /** How many of the documents with these ids the collection holds. */
    public long mongoCount(String collection, Collection<String> ids) {
        String uri = Objects.requireNonNull(platform.connections(Service.WORKER).get("spring.mongodb.uri"));
        try (MongoClient client = MongoClients.create(uri)) {
            return client.getDatabase(uri.replaceAll("^.*/([^/?]+).*$", "$1"))
                    .getCollection(collection)
                    .countDocuments(Filters.in("_id", ids));
        }
    }

    private static Service service(Service[] services, String module) {
        return Arrays.stream(services)
                .filter(service -> service.module().equals(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no service " + module));
    }

    @Override
    public void close() {
        platform.close();
    }
}
