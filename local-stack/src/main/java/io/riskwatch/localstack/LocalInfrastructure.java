package io.riskwatch.localstack;

import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.server.Directories;
import io.riskwatch.localstack.server.RabbitServer;
import io.riskwatch.localstack.server.StackProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Our own processes, with data that stay. */
final class LocalInfrastructure implements Infrastructure {

    private final Path home;
    private final StackPasswords passwords;
    private final LocalStack stack;

    LocalInfrastructure(Path home, SecretStore secrets) {
        this.home = home;
        this.passwords = new StackPasswords(
                secrets.get("postgres-superuser"),
                secrets.get("rabbitmq"),
                secrets.get("postgres-owner"),
                secrets.get("postgres-app"));
        this.stack =
                new LocalStack(home, home.resolve("servers"), StackProfile.DEVELOPMENT, StackPorts.usual(), passwords);
    }

    @Override
    public void start(StackListener listener) {
        stack.start(listener);
        for (String service : DATABASES) {
            Provisioning.run(stack.postgres()::connect, Provisioning.variables(service, service, passwords));
        }
    }

    @Override
    public Map<String, String> connections(String service) {
        return ConnectionProperties.of(stack, passwords, service, service, 0, RabbitServer.VIRTUAL_HOST, "riskwatch");
    }

    @Override
    public List<Component> components() {
        return stack.servers().stream()
                .map(server -> new Component(server.name(), server.version(), server.pid(), server.port()))
                .toList();
    }

    @Override
    public void erase() {
        try {
            Directories.delete(home.resolve("data"));
        } catch (IOException e) {
            throw new StackException("Could not delete " + home.resolve("data") + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
