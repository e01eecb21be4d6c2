package io.riskwatch.localstack;

import io.riskwatch.localstack.server.Server;
import java.util.stream.Collectors;

/** A JVM that starts the four servers in its working directory, prints their process ids and waits to be killed. */
final class StackInChild {

    private StackInChild() {}

    public static void main(String[] args) throws InterruptedException {
        OwnTestServers servers = OwnTestServers.start();
        System.out.println("pids "
                + servers.servers().stream()
                        .map(Server::pid)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
        Thread.currentThread().join();
    }
}
