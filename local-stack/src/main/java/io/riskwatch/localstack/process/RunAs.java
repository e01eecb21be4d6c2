package io.riskwatch.localstack.process;

import io.riskwatch.localstack.process.Launch.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user a child process is. PostgreSQL refuses to be root, so a root launcher has to make it someone else. */
public enum RunAs {
    /** The user of this JVM. */
    SAME_USER,
    /** Nobody inside a user namespace; outside it still root, so data below a 0700 folder can be reached and nothing is chowned. */
    USER_NAMESPACE,
    /** Nobody in earnest, for kernels without user namespaces; needs directories that others may enter. */
    NOBODY;

    private static final String NOBODY_ID = "65534";

    /** The way to run a program that refuses root on this machine; the directories are those it has to reach. */
    public static RunAs unprivileged(Path... directories) {
        if (!"0".equals(Commands.run(Duration.ofSeconds(5), List.of("id", "-u")).output())) {
            return SAME_USER;
        }
        if (Commands.run(Duration.ofSeconds(5), List.of("unshare", "-U", "true"))
                .ok()) {
            return USER_NAMESPACE;
        }
        for (Path directory : directories) {
            Path closed = closedAncestor(directory);
            if (closed != null) {
                throw new StackException(
                        "PostgreSQL does not run as root, and this kernel allows no user namespaces, so it must run as"
                                + " nobody; but nobody may not enter " + closed + ". Open it (chmod o+x " + closed
                                + "), move the clone elsewhere, or run ./riskwatch as an ordinary user.");
            }
        }
        return NOBODY;
    }

    /**
     * The command with what must stand before it: the change of user, then the death signal (the kernel clears it when credentials
     * change, so this order matters).
     */
    public List<String> command(StopSignal deathSignal, List<String> command) {
        List<String> whole = new ArrayList<>(List.of("setsid")); // a Ctrl-C at the terminal is for the launcher alone
        if (this == USER_NAMESPACE) {
            whole.addAll(List.of("unshare", "-U", "--"));
        } else if (this == NOBODY) {
            whole.addAll(List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups", "--"));
        }
        whole.addAll(List.of("setpriv", "--pdeathsig", deathSignal.name(), "--"));
        whole.addAll(command);
        return whole;
    }

    /** Gives the directory and all below it to this user. */
    public void own(Path directory) {
        if (this == NOBODY) {
            Commands.output(
                    Duration.ofMinutes(1),
                    List.of("chown", "-R", NOBODY_ID + ":" + NOBODY_ID, directory.toString()),
                    Map.of(),
                    Path.of("/"));
        }
    }

    private static @Nullable Path closedAncestor(Path directory) {
        for (Path p = directory.toAbsolutePath(); p != null; p = p.getParent()) {
            try {
                if (Files.exists(p) && !Files.getPosixFilePermissions(p).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return p;
                }
            } catch (IOException e) {
                return p;
            }
        }
        return null;
    }
}
