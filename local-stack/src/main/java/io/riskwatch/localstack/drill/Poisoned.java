package io.riskwatch.localstack.drill;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** What is no job and no event lies between the good ones. */
final class Poisoned implements Drill {

    private static final int LARGE = 2 * 1024 * 1024;

    @Override
    public String name() {
        return "poisoned";
    }

    @Override
    public String summary() {
        return "messages that are no jobs and no events, between good ones";
    }

    @Override
    public int deadJobs() {
        return jobs().size();
    }

    @Override
    public int deadEvents() {
        return events().size();
    }

    @Override
    public void run(Scene scene) {
        scene.asking().some(scene.scale().jobs() / 2);
        List<byte[]> jobs = new ArrayList<>(jobs());
        List<byte[]> events = new ArrayList<>(events());
        Collections.shuffle(jobs, scene.random());
        Collections.shuffle(events, scene.random());
        scene.broker().publish(Broker.JOBS, "interactive", jobs);
        scene.broker().publish(Broker.EVENTS, "analysis.progress", events);
        scene.broker().publish("analysis.control", "", events);
        scene.asking().some(scene.scale().jobs() / 2);
        scene.asking().allAccepted();
    }

    private static List<byte[]> jobs() {
        String known = "\"schemaVersion\":1,\"analysisId\":\"" + UUID.randomUUID() + "\",\"organisationId\":\""
                + UUID.randomUUID() + "\",\"requestedAt\":\"2026-11-20T10:00:00Z\",\"baseCurrency\":\"USD\","
                + "\"holdings\":[{\"symbol\":\"ORBX\",\"weight\":1}]";
        return bytes(List.of(
                "",
                "not json",
                "{}",
                "[1,2]",
                "\u0000\u0001",
                "{" + known + ",\"kind\":\"astrology\",\"parameters\":{}}",
                "{" + known + ",\"kind\":\"risk\",\"parameters\":{},\"admin\":true}",
                "{" + known.replace("\"schemaVersion\":1", "\"schemaVersion\":9")
                        + ",\"kind\":\"risk\",\"parameters\":{}}",
                "{\"kind\":\"" + "x".repeat(LARGE) + "\"}",
                "[".repeat(100_000)));
    }

    private static List<byte[]> events() {
        return bytes(List.of(
                "",
                "not json",
                "{}",
                "{\"schemaVersion\":2}",
                "{\"schemaVersion\":1,\"type\":\"analysis.completed\",\"analysisId\":\"who\"}",
                "[".repeat(100_000)));
    }

    private static List<byte[]> bytes(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
