package io.riskwatch.localstack;

import io.riskwatch.localstack.control.ControlAddress;
import io.riskwatch.localstack.control.ControlServer;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.server.OwnerOnly;
import io.riskwatch.localstack.server.Server;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Test servers of another process, which does with them what this one asks. */
final class SharedTestServers implements TestServers {

    private final ControlAddress owner;
    private final List<Server> servers;

    private SharedTestServers(ControlAddress owner, List<String> names) {
        this.owner = owner;
        this.servers =
                names.stream().map(name -> (Server) new Remote(owner, name)).toList();
    }

    static SharedTestServers of(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new StackException(
                    TestStack.STACK_FILE + " names " + file + ", which cannot be read: " + e.getMessage(), e);
        }
        ControlAddress owner = new ControlAddress(
                Integer.parseInt(properties.getProperty("control.port")), properties.getProperty("control.secret"));
        return new SharedTestServers(
                owner, List.of(properties.getProperty("servers").split(",")));
    }

    /** Lends the servers to whoever reads the file. */
    static ControlServer lend(OwnTestServers own, Path file) {
        ControlServer control = new ControlServer(
                Secrets.random(),
                Map.of(
                        "fresh", service -> write(own.fresh(service)),
                        "unacknowledged", host -> Long.toString(own.unacknowledged(host)),
                        "version", server(own, Server::version),
                        "port", server(own, server -> Integer.toString(server.port())),
                        "pid", server(own, server -> Long.toString(server.pid())),
                        "alive", server(own, server -> Boolean.toString(server.alive())),
                        "start", doing(own, Server::start),
                        "stop", doing(own, Server::stop),
                        "kill", doing(own, Server::kill)));
        Properties properties = new Properties();
        properties.setProperty(
                "control.port", Integer.toString(control.address().port()));
        properties.setProperty("control.secret", control.address().secret());
        properties.setProperty(
                "servers",
                String.join(",", own.servers().stream().map(Server::name).toList()));
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, OwnerOnly.FILE);
            try (Writer out = Files.newBufferedWriter(file)) {
                properties.store(out, "Servers lent to the tests of one run");
            }
        } catch (IOException e) {
            throw new StackException("Could not write " + file + ": " + e.getMessage(), e);
        }
        return control;
    }

    private static UnaryOperator<String> server(
            OwnTestServers own, java.util.function.Function<Server, String> question) {
        return name -> question.apply(own.servers().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackException("there is no server " + name)));
    }

    private static UnaryOperator<String> doing(OwnTestServers own, Consumer<Server> action) {
        return server(own, server -> {
            action.accept(server);
            return "";
        });
    }

    private static String write(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new StackException("Could not write properties", e);
        }
        return text.toString();
    }

    @Override
    public Map<String, String> fresh(String service) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(owner.ask("fresh", service)));
        } catch (IOException e) {
            throw new StackException("Could not read properties", e);
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    @Override
    public long unacknowledged(String virtualHost) {
        return Long.parseLong(owner.ask("unacknowledged", virtualHost));
    }

    @Override
    public List<Server> servers() {
        return servers;
    }

    private record Remote(ControlAddress owner, String name) implements Server {
        @Override
        public void start() {
            owner.ask("start", name);
        }

        @Override
        public String version() {
            return owner.ask("version", name);
        }

        @Override
        public int port() {
            return Integer.parseInt(owner.ask("port", name));
        }

        @Override
        public long pid() {
            return Long.parseLong(owner.ask("pid", name));
        }

        @Override
        public boolean alive() {
            return Boolean.parseBoolean(owner.ask("alive", name));
        }

        @Override
        public void stop() {
            owner.ask("stop", name);
        }

        @Override
        public void kill() {
            owner.ask("kill", name);
        }
    }
}
