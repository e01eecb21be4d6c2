package io.riskwatch.localstack.drill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * An analysis to ask for; the same question has the same answer whenever and wherever it is computed.
 *
 * @param body as {@code POST /api/v1/analyses} takes it
 */
record Question(int number, String body) {

    private static final int DAYS = 120;

    /** A dozen: futures and risk of prices given along, and risk of simulated companies, which the worker has to fetch. */
    static List<Question> dozen() {
        List<String> bodies = new ArrayList<>();
        for (int seed = 1; seed <= 5; seed++) {
            bodies.add("{\"kind\":\"monte-carlo\",%s,\"parameters\":{\"paths\":%d,\"years\":20,\"seed\":%d}}"
                    .formatted(prices(seed), 20_000 * seed, seed));
        }
        for (int seed = 6; seed <= 9; seed++) {
            bodies.add("{\"kind\":\"risk\",%s}".formatted(prices(seed)));
        }
        for (String confidence : List.of("0.9", "0.95", "0.99")) {
            bodies.add("""
                    {"kind":"risk","holdings":[{"symbol":"ORBX","weight":0.5},{"symbol":"XWORLD","weight":0.5}],
                     "parameters":{"confidence":%s,"from":"2021-01-04","to":"2024-12-31"}}""".formatted(confidence));
        }
        List<Question> questions = new ArrayList<>();
        bodies.forEach(body -> questions.add(new Question(questions.size(), body)));
        return questions;
    }

    /** Whether the worker has to fetch prices for it. */
    boolean needsHistory() {
        return body.contains("\"holdings\"");
    }

    /** A simulation that keeps a worker busy for a while. */
    static Question longSimulation(int seed) {
        return new Question(
                -1,
                "{\"kind\":\"monte-carlo\",%s,\"parameters\":{\"paths\":100000,\"years\":30,\"seed\":%d}}"
                        .formatted(prices(seed), seed));
    }

    private static String prices(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> dates = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        double first = 100;
        double second = 50;
        for (int day = 0; day < DAYS; day++) {
            dates.add('"' + LocalDate.of(2025, 1, 1).plusDays(day).toString() + '"');
            rows.add(String.format(Locale.ROOT, "[%.4f,%.4f]", first, second));
            first *= 1 + (random.nextDouble() - 0.49) / 40;
            second *= 1 + (random.nextDouble() - 0.49) / 60;
        }
        return "\"data\":{\"symbols\":[\"ALFA\",\"BETA\"],\"dates\":[%s],\"prices\":[%s]},\"weights\":[0.6,0.4]"
                .formatted(String.join(",", dates), rows.stream().collect(Collectors.joining(",")));
    }
}
