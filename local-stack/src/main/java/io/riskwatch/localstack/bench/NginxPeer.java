package io.riskwatch.localstack.bench;

import io.riskwatch.localstack.process.Launch;
import io.riskwatch.localstack.process.Launch.StopSignal;
import io.riskwatch.localstack.process.ManagedProcess;
import io.riskwatch.localstack.process.Patience;
import io.riskwatch.localstack.process.Ports;
import io.riskwatch.localstack.process.RunAs;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.process.Supervisor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx as a plain reverse proxy with kept connections on both sides: no token, no limit, no trace. */
final class NginxPeer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(15);

    private final ManagedProcess process;
    private final int port;

    private NginxPeer(Path program, Path directory, int upstream) {
        this.port = Ports.free();
        Path configuration = directory.resolve("nginx.conf");
        try {
            Files.createDirectories(directory.resolve("logs"));
            Files.writeString(configuration, """
                    user %s;
                    worker_processes auto;
                    daemon off;
                    pid %s/nginx.pid;
                    events { worker_connections 1024; }
                    http {
                      access_log off;
                      client_body_temp_path %2$s/body;
                      proxy_temp_path %2$s/proxy;
                      fastcgi_temp_path %2$s/fastcgi;
                      uwsgi_temp_path %2$s/uwsgi;
                      scgi_temp_path %2$s/scgi;
                      keepalive_requests 100000000;
                      keepalive_timeout 1h;
                      client_header_timeout 1h;
                      upstream service { server 127.0.0.1:%d; keepalive 128; keepalive_requests 100000000; }
                      server {
                        listen 127.0.0.1:%d;
                        location / {
                          proxy_pass http://service;
                          proxy_http_version 1.1;
                          proxy_set_header Connection "";
                        }
                      }
                    }
                    """.formatted(System.getProperty("user.name"), directory, upstream, port));
        } catch (IOException e) {
            throw new StackException("Could not configure nginx: " + e.getMessage(), e);
        }
        process = Supervisor.start(new Launch(
                "nginx",
                List.of(program.toString(), "-p", directory.toString(), "-c", configuration.toString(), "-e", "stderr"),
                Map.of(),
                directory,
                directory.resolve("logs/nginx.log"),
                StopSignal.TERM,
                RunAs.SAME_USER));
        Patience.until(process, START, () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            }
        });
    }

    /** Starts nginx before the upstream port, where nginx is installed. */
    static Optional<NginxPeer> start(Path directory, int upstream) {
        return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new NginxPeer(program, directory, upstream));
    }

    int port() {
        return port;
    }

    /** Processor seconds of all its processes. */
    double cpuSeconds() {
        return ProcessHandle.of(process.pid())
                .map(master -> Stream.concat(Stream.of(master), master.descendants())
                        .mapToDouble(each -> ProcessMeter.cpuSeconds(each.pid()))
                        .sum())
                .orElse(0.0);
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(5));
    }
}
