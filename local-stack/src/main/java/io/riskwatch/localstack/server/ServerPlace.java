package io.riskwatch.localstack.server;

import java.nio.file.Path;

/**
 * Where a server lives.
 *
 * @param data its own directory
 * @param log its log file
 * @param port its TCP port on 127.0.0.1
 * @param profile what its data are worth
 */
public record ServerPlace(Path data, Path log, int port, StackProfile profile) {

    boolean durable() {
        return profile == StackProfile.DEVELOPMENT;
    }
}
