package io.riskwatch.localstack;

import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.server.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Random secrets, one file each, readable by their owner alone; made at the first use and the same ever after. */
public final class SecretStore {

    private final Path directory;

    public SecretStore(Path directory) {
        this.directory = directory;
    }

    public synchronized String get(String name) {
        Path file = directory.resolve(name);
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, OwnerOnly.DIRECTORY);
            }
            if (!Files.exists(file)) {
                Files.createFile(file, OwnerOnly.FILE);
                Files.writeString(file, Secrets.random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackException(
                    "Could not keep the secret " + name + " in " + directory + ": " + e.getMessage(), e);
        }
    }
}
