package io.riskwatch.localstack.server;

import io.riskwatch.localstack.process.Commands;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Redis and RabbitMQ from Debian's archive, unpacked into a folder of ours: nothing is installed, no rights are needed, and nothing of
 * the system changes. Where the system has no package lists, lists of our own are fetched beside.
 */
final class DebianPackages {

    private static final List<String> WANTED = List.of("redis-server", "rabbitmq-server");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Map<String, String> PLAIN = Map.of("LC_ALL", "C", "DEBIAN_FRONTEND", "noninteractive");

    /** Dependencies that a program needs to run from a folder; users, init scripts and log rotation are not among them. */
    private static final Pattern NEEDED = Pattern.compile("redis-tools|erlang-.*|lib.*|zlib1g");

    /** Never beside the system's own loader. */
    private static final Pattern SYSTEMS_OWN = Pattern.compile("libc6|libcrypt1");

    private static final Pattern DEPENDS = Pattern.compile("^\\s+(?:Pre)?Depends: ([a-z0-9][a-z0-9+.-]*)$");

    private final Path cache;
    private final Consumer<String> progress;

    DebianPackages(Path cache, Consumer<String> progress) {
        this.cache = cache;
        this.progress = progress;
    }

    /** The folder that holds both servers with what they need; filled at the first call, by whichever process comes first. */
    Path unpacked() {
        Path folder = cache.resolve("debian");
        if (isComplete(folder)) {
            return folder;
        }
        if (Programs.installed("apt-get").isEmpty()
                || Programs.installed("dpkg").isEmpty()) {
            throw new StackException(
                    "Redis and RabbitMQ are missing or too old, and there is no apt-get to fetch them with. Install"
                            + " redis-server (6.2 or newer) and rabbitmq-server (3.10 or newer), or start a Docker daemon.");
        }
        try {
            Files.createDirectories(cache);
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("debian.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !isComplete(folder)) {
                    fill(folder);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new StackException("Could not unpack Redis and RabbitMQ into " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Complete, and where it was filled: Erlang's start script knows its folder by name. */
    private static boolean isComplete(Path folder) {
        Path stamp = folder.resolve("complete");
        try {
            return Files.exists(stamp) && Files.readString(stamp).equals(folder.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private void fill(Path folder) throws IOException {
        Path unfinished = cache.resolve("debian.unfinished");
        Directories.delete(unfinished);
        Directories.delete(folder);
        Path archives = Files.createDirectories(unfinished.resolve("archives"));
        progress.accept("not installed; fetching Redis and RabbitMQ from Debian (about 35 MB) into " + cache);
        download(archives);
        try (Stream<Path> packages = Files.list(archives)) {
            for (Path archive : packages.toList()) {
                Commands.output(LIMIT, List.of("dpkg", "-x", archive.toString(), unfinished.toString()), PLAIN, cache);
            }
        }
        Directories.delete(archives);
        Path erl = unfinished.resolve("usr/lib/erlang/bin/erl");
        Files.writeString(
                erl,
                Files.readString(erl).replace("ROOTDIR=/usr/lib/erlang", "ROOTDIR='" + folder + "/usr/lib/erlang'"));
        Files.writeString(unfinished.resolve("complete"), folder.toString());
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void download(Path archives) {
        try {
            download(archives, List.of());
        } catch (StackException systemLists) {
            progress.accept("the system's package lists are empty or old; fetching lists of our own");
            download(archives, ownLists());
        }
    }

    private void download(Path archives, List<String> options) {
        Set<String> packages = closure(options);
        packages.removeAll(installedLibraries(packages));
        List<String> command = new ArrayList<>(List.of("apt-get", "-q"));
        command.addAll(options);
        command.add("download");
        command.addAll(packages);
        Commands.output(LIMIT, command, PLAIN, archives);
    }

    /** The wanted packages with all they need, followed through the needed ones alone. */
    private Set<String> closure(List<String> options) {
        Set<String> found = new LinkedHashSet<>(WANTED);
        Deque<String> open = new ArrayDeque<>(WANTED);
        while (!open.isEmpty()) {
            List<String> command = new ArrayList<>(List.of("apt-cache"));
            command.addAll(options);
            command.addAll(List.of("depends", "--no-recommends", "--no-suggests", "--no-conflicts", "--no-breaks"));
            command.addAll(List.of("--no-replaces", "--no-enhances"));
            command.addAll(open);
            open.clear();
            for (String dependency : dependencies(Commands.output(LIMIT, command, PLAIN, cache))) {
                if (found.add(dependency)) {
                    open.add(dependency);
                }
            }
        }
        return found;
    }

    static List<String> dependencies(String aptCacheOutput) {
        return aptCacheOutput
                .lines()
                .map(DEPENDS::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(line -> line.group(1))
                .filter(name -> NEEDED.matcher(name).matches())
                .filter(name -> !SYSTEMS_OWN.matcher(name).matches())
                .distinct()
                .toList();
    }

    private Set<String> installedLibraries(Set<String> packages) {
        Set<String> installed = new LinkedHashSet<>();
        for (String name : packages) {
            if (name.startsWith("lib") || name.equals("zlib1g")) {
                Commands.Result result = Commands.run(
                        LIMIT, List.of("dpkg-query", "-W", "-f", "${db:Status-Status}", name), PLAIN, cache);
                if (result.ok() && result.output().equals("installed")) {
                    installed.add(name);
                }
            }
        }
        return installed;
    }

    /** Options that keep apt's lists and caches in our folder, with fresh lists there. */
    private List<String> ownLists() {
        Path apt = cache.resolve("apt");
        try {
            Files.createDirectories(apt.resolve("lists/partial"));
            Files.createDirectories(apt.resolve("archives/partial"));
        } catch (IOException e) {
            throw new StackException("Could not write below " + apt, e);
        }
        List<String> options = new ArrayList<>(List.of(
                "-o", "Dir::State::Lists=" + apt.resolve("lists"),
                "-o", "Dir::Cache=" + apt,
                "-o", "Dir::Cache::archives=" + apt.resolve("archives"),
                "-o", "APT::Sandbox::User=root"));
        List<String> update = new ArrayList<>(List.of("apt-get", "-q"));
        update.addAll(options);
        update.add("update");
        Commands.output(LIMIT, update, PLAIN, cache);
        return options;
    }

    /** What a program from the folder needs to find its libraries and Erlang. */
    static Map<String, String> environment(Path folder) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Map.of("LD_LIBRARY_PATH", libraries(folder), "PATH", folder.resolve("usr/lib/erlang/bin") + ":" + path);
    }

    private static String libraries(Path folder) {
        List<String> found = new ArrayList<>();
        for (String parent : List.of("usr/lib", "lib")) {
            Path libraries = folder.resolve(parent);
            if (Files.isDirectory(libraries)) {
                try (Stream<Path> architectures = Files.list(libraries)) {
                    architectures
                            .filter(path -> path.toString().endsWith("-linux-gnu"))
                            .forEach(path -> found.add(path.toString()));
                } catch (IOException e) {
                    throw new StackException("Could not look into " + libraries, e);
                }
            }
        }
        return String.join(":", found);
    }
}
