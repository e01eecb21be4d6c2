package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.Infrastructure;
import io.riskwatch.localstack.Infrastructures;
import io.riskwatch.localstack.SecretStore;
import io.riskwatch.localstack.process.StackException;
import io.riskwatch.localstack.replay.ReplayCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The verbs of {@code ./riskwatch} that need more than the shell. */
public final class Riskwatch {

    private static final String DEMO_CLIENTS = "--demo-clients";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    private final Path root;
    private final Path home;

    private Riskwatch(Path root) {
        this.root = root;
        this.home = root.resolve(".riskwatch");
    }

    /** The first argument is the clone, the second the verb. */
    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.err.println("Use ./riskwatch, which calls this program.");
            System.exit(2);
        }
        Riskwatch riskwatch =
                new Riskwatch(Path.of(arguments[0]).toAbsolutePath().normalize());
        List<String> rest = Arrays.asList(arguments).subList(2, arguments.length);
        int exit;
        try {
            exit = riskwatch.run(arguments[1], rest);
        } catch (StackException e) {
            System.err.println(e.getMessage());
            exit = 1;
        }
        System.exit(exit);
    }

    private int run(String verb, List<String> arguments) {
        return switch (verb) {
            case "up" -> up(arguments);
            case "down" -> down();
            case "status" -> status();
            case "restart" -> restart(arguments);
            case "token" -> token();
            case "replay" -> replay(String.join(" ", arguments));
            case "test" -> new TestRun(root, home).run();
            case "reset" -> reset(arguments);
            default -> {
                System.err.println("There is no verb \"" + verb + "\"; ./riskwatch help names them.");
                yield 2;
            }
        };
    }

    private int up(List<String> arguments) {
        List<String> unknown = arguments.stream()
                .filter(argument -> !argument.equals(DEMO_CLIENTS))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("up has no option " + String.join(" ", unknown) + "; ./riskwatch help names them.");
            return 2;
        }
        return new Up(root, home, System.getenv(), arguments.contains(DEMO_CLIENTS)).run();
    }

    private Optional<RunState> running() {
        return RunState.read(Up.stateFile(home));
    }

    private int down() {
        Optional<RunState> state = running();
        Optional<ProcessHandle> launcher = state.flatMap(running -> ProcessHandle.of(running.launcher()));
        if (launcher.isEmpty()) {
            Console.say("Riskwatch is not running.");
            return 0;
        }
        launcher.get().destroy();
        try {
            launcher.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new StackException(
                    "The launcher (pid " + launcher.get().pid() + ") has not stopped within " + STOP_LIMIT.toSeconds()
                            + " s; kill -9 " + launcher.get().pid() + " takes all its processes with it.",
                    e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new StackException("Could not wait for the launcher: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
        Console.say("Riskwatch has stopped. Your data stay in .riskwatch; ./riskwatch up brings them back.");
        return 0;
    }

    private int status() {
        Optional<RunState> state = running();
        if (state.isEmpty()) {
            Console.say("Riskwatch is not running. ./riskwatch up starts it.");
            return 1;
        }
        Console.say("Riskwatch at " + state.get().url() + " (launcher pid "
                + state.get().launcher() + ")");
        List<Status.Finding> findings = Status.of(state.get());
        findings.forEach(finding -> Console.say(finding.line()));
        List<String> failed = findings.stream()
                .filter(finding -> !finding.good())
                .map(finding -> finding.component().name())
                .toList();
        if (failed.isEmpty()) {
            Console.say("All healthy.");
            return 0;
        }
        Console.say("Not healthy: " + String.join(", ", failed) + ". See ./riskwatch logs " + failed.getFirst()
                + "; ./riskwatch restart " + failed.getFirst() + " starts it again.");
        return 1;
    }

    private int restart(List<String> arguments) {
        RunState state =
                running().orElseThrow(() -> new StackException("Riskwatch is not running. ./riskwatch up starts it."));
        if (arguments.size() != 1) {
            throw new StackException("Which service? ./riskwatch restart analytics-worker");
        }
        Console.say(state.control().ask("restart", arguments.getFirst()));
        return 0;
    }

    /** By the launcher that runs the platform, which knows its broker; else at the servers that the variables name. */
    private int replay(String words) {
        Optional<RunState> state = running();
        if (state.isPresent()) {
            Console.say(state.get().control().ask("replay", words));
        } else if ("external".equals(System.getenv("RISKWATCH_STACK"))) {
            Infrastructure servers =
                    Infrastructures.choose(root, home, new SecretStore(home.resolve("secrets")), System.getenv());
            Console.say(ReplayCommand.obey(servers.connections(Service.PORTFOLIO.shortName()), words));
        } else {
            throw new StackException("Riskwatch is not running. ./riskwatch up starts it.");
        }
        return 0;
    }

    private int token() {
        Console.say(RunningPlatform.find(home, "No token").demoToken());
        return 0;
    }

    private int reset(List<String> arguments) {
        if (running().isPresent()) {
            throw new StackException("Riskwatch is running; ./riskwatch down first.");
        }
        if (!arguments.contains("--yes") && !confirmed()) {
            Console.say("Nothing was deleted.");
            return 1;
        }
        Infrastructures.choose(root, home, new SecretStore(home.resolve("secrets")), System.getenv())
                .erase();
        Console.say("All portfolios, accounts and prices of this clone are deleted.");
        return 0;
    }

    private static boolean confirmed() {
        System.out.print("This deletes all portfolios, accounts and prices of this clone. Type yes to go on: ");
        System.out.flush();
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            return "yes".equals(in.readLine());
        } catch (IOException e) {
            throw new StackException("Could not read the answer: " + e.getMessage(), e);
        }
    }
}
