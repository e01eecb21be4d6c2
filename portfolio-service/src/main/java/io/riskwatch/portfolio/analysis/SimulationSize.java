package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.entitlement.Entitlement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * How many values an analysis works through: paths x assets x steps where it simulates, variants x assets x days where it tries rules on
 * the past. Read off the names of the parameters, whatever the kind, with the worker's defaults where nothing is said.
 *
 * @param field the parameter to be made smaller first
 * @param factors what is multiplied, for a person
 */
record SimulationSize(String field, String factors, long values) {

    /** The plan's limit, as billing's contract spells it. */
    static final String LIMIT = "simulationMillions";

    private static final long MILLION = 1_000_000;
    private static final int MONTHS_PER_YEAR = 12;
    private static final int DAYS_PER_YEAR = 252;
    private static final int DAYS_PER_MONTH = 21;
    private static final int WINDOW_DAYS = 1_260;
    private static final int TESTED_DAYS = 250;

    /** Models of a future that step a month at once; the others step day by day. */
    private static final Set<String> MONTHLY = Set.of("GBM", "JUMP_DIFFUSION");

    /** Methods of a value at risk that simulate. */
    private static final Set<String> SIMULATING = Set.of("GARCH", "FILTERED_HISTORICAL", "MONTE_CARLO");

    /** @param parameters with the defaults filled in */
    static SimulationSize of(JsonNode parameters, AnalysisJob.Subject subject, Instant now) {
        long assets = Math.max(1, subject.assets());
        if (parameters.has("paths")) {
            long steps =
                    futureSteps(parameters) + lossSteps(parameters) + testSteps(parameters) + yearSteps(parameters);
            return new SimulationSize(
                    "parameters.paths",
                    "paths x assets x steps",
                    parameters.path("paths").asLong(0) * assets * steps);
        }
        if (parameters.path("strategy").asString("").equals("MOVING_AVERAGE_CROSS")) {
            long variants = Math.max(1, parameters.path("fast").size())
                    * (long) Math.max(1, parameters.path("slow").size());
            return new SimulationSize(
                    "parameters.fast", "variants x assets x days", variants * assets * days(parameters, subject, now));
        }
        return new SimulationSize("parameters", "values", 0);
    }

    /** Refuses, naming limit and field, what is larger than the plan allows. */
    void require(Entitlement entitlement) {
        entitlement.require(LIMIT, millions(), "million simulated values (" + factors + ")", field);
    }

    /** Begun millions. */
    private int millions() {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, Math.ceilDiv(values, MILLION)));
    }

    /** Of futures over years. */
    private static long futureSteps(JsonNode parameters) {
        if (!parameters.has("years") || !hasSection(parameters, "OUTLOOK")) {
            return 0;
        }
        int perMonth = MONTHLY.contains(parameters.path("model").asString("GBM")) ? 1 : DAYS_PER_MONTH;
        return parameters.path("years").asLong(0) * MONTHS_PER_YEAR * perMonth;
    }

    /** Of losses over all horizons. */
    private static long lossSteps(JsonNode parameters) {
        boolean simulated =
                elements(parameters.path("methods")).anyMatch(method -> SIMULATING.contains(method.asString("")));
        return simulated && hasSection(parameters, "RISK")
                ? elements(parameters.path("horizonDays"))
                        .mapToLong(horizon -> horizon.asLong(0))
                        .sum()
                : 0;
    }

    /** Of every day a simulated value at risk is tested on. */
    private static long testSteps(JsonNode parameters) {
        return parameters.path("method").asString("").equals("MONTE_CARLO")
                ? parameters.path("days").asLong(TESTED_DAYS)
                : 0;
    }

    /** Of a year with a loan, day by day. */
    private static long yearSteps(JsonNode parameters) {
        return parameters.has("maintenance") ? DAYS_PER_YEAR : 0;
    }

    /** A report has sections, of which it computes those that are asked for. */
    private static boolean hasSection(JsonNode parameters, String section) {
        return !parameters.has("sections")
                || elements(parameters.path("sections"))
                        .anyMatch(one -> one.asString("").equals(section));
    }

    private static long days(JsonNode parameters, AnalysisJob.Subject subject, Instant now) {
        if (subject.data() != null) {
            return subject.data().dates().size();
        }
        if (!parameters.has("from")) {
            return WINDOW_DAYS;
        }
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate from = LocalDate.parse(parameters.path("from").asString(""));
        LocalDate to =
                parameters.has("to") ? LocalDate.parse(parameters.path("to").asString("")) : today;
        return Math.max(0, ChronoUnit.DAYS.between(from, to.isAfter(today) ? today : to)) * DAYS_PER_YEAR / 365;
    }

    /** One value is a list of one. */
    private static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }
}
