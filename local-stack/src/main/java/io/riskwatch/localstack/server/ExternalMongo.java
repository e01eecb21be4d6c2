package io.riskwatch.localstack.server;

import io.riskwatch.localstack.process.StackException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A MongoDB that somebody else runs; it is used, never started or stopped. */
public final class ExternalMongo implements MongoServer {

    /** scheme and hosts, database, options. */
    private static final Pattern URI = Pattern.compile("^(mongodb(?:\\+srv)?://[^/?]+)(?:/[^?]*)?(\\?.*)?$");

    private static final Pattern PORT = Pattern.compile("^mongodb://(?:[^@/]*@)?[^:,/]+:(\\d+)");
    private static final int DEFAULT_PORT = 27017;

    private final String uri;

    public ExternalMongo(String uri) {
        if (!URI.matcher(uri).matches()) {
            throw new StackException("RISKWATCH_MONGODB_URI must look like mongodb://host:port/?options");
        }
        this.uri = uri;
    }

    @Override
    public String uri(String database) {
        return URI.matcher(uri).replaceFirst(match -> {
            String options = match.group(2) == null ? "" : match.group(2);
            return Matcher.quoteReplacement(match.group(1) + "/" + database + options);
        });
    }

    @Override
    public String name() {
        return "MongoDB";
    }

    @Override
    public void start() {
        version();
    }

    @Override
    public String version() {
        return MongoServer.versionOf(uri) + " (external)";
    }

    @Override
    public int port() {
        Matcher port = PORT.matcher(uri);
        return port.find() ? Integer.parseInt(port.group(1)) : DEFAULT_PORT;
    }

    @Override
    public long pid() {
        return -1;
    }

    @Override
    public boolean alive() {
        try {
            version();
            return true;
        } catch (StackException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        // not ours to stop
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException("the external MongoDB is not ours to kill");
    }
}
