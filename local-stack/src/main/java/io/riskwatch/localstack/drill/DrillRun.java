package io.riskwatch.localstack.drill;

import io.riskwatch.localstack.platform.GatewayClient;
import io.riskwatch.localstack.process.StackException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Runs drills on one platform, each followed by the check of what must hold. */
public final class DrillRun {

    private static final List<Drill> DRILLS = List.of(
            new WorkersAgree(),
            new ToldThrice(),
            new Poisoned(),
            new WorkersKilled(),
            new BrokerKilled(),
            new NetworkCut(),
            new ServersKilled(),
            new Replayed(),
            new AskedToStop());

    private final FaultyPlatform platform;
    private final Scale scale;
    private final Broker broker;
    private final GatewayClient client;
    private final List<Question> questions = Question.dozen();
    private final Map<Question, String> undisturbed = new HashMap<>();

    public DrillRun(FaultyPlatform platform, Scale scale) {
        this.platform = platform;
        this.scale = scale;
        this.broker = new Broker(platform.servers());
        this.client = new GatewayClient(
                platform.platform().platform().url(),
                platform.platform().platform().demoToken());
    }

    /** The drills by name, with a summary each. */
    public static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        DRILLS.forEach(drill -> names.put(drill.name(), drill.summary()));
        return names;
    }

    /** Runs the drill of that name. */
    public DrillResult run(String name, long seed) {
        Drill drill = DRILLS.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no drill " + name));
        if (undisturbed.isEmpty()) {
            askUndisturbed();
        }
        Ledger ledger = new Ledger();
        Set<String> before = verification().rows().keySet();
        long begin = System.nanoTime();
        try (Asking asking = new Asking(client, ledger, questions, seed, scale.patience())) {
            Scene scene = new Scene(platform, broker, client, asking, ledger, verification(), scale, seed);
            drill.run(scene);
            platform.restore();
            asking.allAccepted();
            long quiet = System.nanoTime();
            scene.awaitQuiet();
            scene.figure("quiet after s", Scene.secondsSince(quiet));
            return judge(drill, scene, before, begin);
        } finally {
            platform.restore();
        }
    }

    private Verification verification() {
        return new Verification(client, platform.servers(), broker, undisturbed);
    }

    /** The answer of each question while nothing is wrong. */
    private void askUndisturbed() {
        Ledger ledger = new Ledger();
        try (Asking asking = new Asking(client, ledger, List.of(), 0, scale.patience())) {
            questions.forEach(asking::once);
            asking.allAccepted();
        }
        Verification verification = verification();
        verification.awaitQuiet(ledger, scale.patience());
        Map<String, Document> rows = verification.rows();
        ledger.accepted().forEach((id, question) -> {
            Document row = rows.get(id);
            if (row == null || !"COMPLETED".equals(row.getString("state"))) {
                throw new StackException("Undisturbed, an analysis did not complete: " + row);
            }
            undisturbed.put(question, row.getString("resultHash"));
        });
    }

    private DrillResult judge(Drill drill, Scene scene, Set<String> before, long begin) {
        Ledger ledger = scene.ledger();
        Verification.Ends ends = scene.verification().judge(ledger, before);
        if (ends.all() != ledger.accepted().size()) {
            ledger.violate(ledger.accepted().size() + " were accepted, " + ends.all() + " have ended");
        }
        if (ends.failed() != 0) {
            ledger.violate(ends.failed() + " analyses failed, and none should");
        }
        int dead =
                dead(ledger, Broker.DEAD_JOBS, drill.deadJobs()) + dead(ledger, Broker.DEAD_EVENTS, drill.deadEvents());
        return new DrillResult(
                drill.name(),
                scene.seed(),
                ledger.accepted().size(),
                ends.completed(),
                ends.failed(),
                ends.cancelled(),
                dead,
                ledger.refusals(),
                ledger.quantileMillis(0.99),
                Scene.secondsSince(begin),
                scene.figures(),
                ledger.violations());
    }

    private int dead(Ledger ledger, String queue, int expected) {
        int dead = broker.drain(queue);
        if (dead != expected) {
            ledger.violate(dead + " dead letters in " + queue + ", " + expected + " were poisoned");
        }
        return dead;
    }
}
