package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.control.ControlAddress;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.server.OwnerOnly;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running platform tells other terminals, in a file that lives as long as it.
 *
 * @param launcher process id of the launcher
 * @param url the gateway's address
 * @param control where the launcher takes commands
 * @param components servers, then services
 */
record RunState(long launcher, URI url, ControlAddress control, List<Component> components) {

    /** A server or a service; pid -1 where the process is not ours. */
    record Component(String name, String version, long pid, int port, boolean service) {}

    void write(Path file) {
        Properties p = new Properties();
        p.setProperty("launcher", Long.toString(launcher));
        p.setProperty("url", url.toString());
        p.setProperty("control.port", Integer.toString(control.port()));
        p.setProperty("control.secret", control.secret());
        p.setProperty("components", Integer.toString(components.size()));
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            p.setProperty(i + ".name", component.name());
            p.setProperty(i + ".version", component.version());
            p.setProperty(i + ".pid", Long.toString(component.pid()));
            p.setProperty(i + ".port", Integer.toString(component.port()));
            p.setProperty(i + ".service", Boolean.toString(component.service()));
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, OwnerOnly.FILE);
            try (Writer out = Files.newBufferedWriter(unfinished)) {
                p.store(out, "The running platform; written by ./riskwatch up");
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackException("Could not write " + file + ": " + e.getMessage(), e);
        }
    }

    /** The platform that runs now, if one does. */
    static Optional<RunState> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties p = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            p.load(in);
        } catch (IOException e) {
            throw new StackException("Could not read " + file + ": " + e.getMessage(), e);
        }
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(p.getProperty("components")); i++) {
            components.add(new Component(
                    p.getProperty(i + ".name"),
                    p.getProperty(i + ".version"),
                    Long.parseLong(p.getProperty(i + ".pid")),
                    Integer.parseInt(p.getProperty(i + ".port")),
                    Boolean.parseBoolean(p.getProperty(i + ".service"))));
        }
        RunState state = new RunState(
                Long.parseLong(p.getProperty("launcher")),
                URI.create(p.getProperty("url")),
                new ControlAddress(Integer.parseInt(p.getProperty("control.port")), p.getProperty("control.secret")),
                components);
        return isAlive(state.launcher) ? Optional.of(state) : Optional.empty();
    }

    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
