package io.riskwatch.analytics.cli;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.contract.ContractSchema;
import io.riskwatch.analytics.document.CanonicalJson;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.history.HistorySource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the analysis a file asks for and prints its result document: for notebooks, scripts and CI.
 *
 * <p>Exit 0 with the result on the standard output; 1 with a problem document (RFC 9457) on the error output when the question cannot
 * be answered; 2 when the file cannot be read.
 */
public final class Analyze {

    /** Where the kinds live; nothing of the worker's messaging or storage is loaded. */
    static final String[] KINDS = {
        "io.riskwatch.analytics.risk",
        "io.riskwatch.analytics.simulation",
        "io.riskwatch.analytics.optimization",
        "io.riskwatch.analytics.backtest",
        "io.riskwatch.analytics.stress",
        "io.riskwatch.analytics.factor",
        "io.riskwatch.analytics.leverage",
        "io.riskwatch.analytics.portfolioreport"
    };

    private static final int REFUSED = 422;

    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Clock clock;

    Analyze(Clock clock) {
        this.clock = clock;
    }

    /** Runs the one file named. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Analyze(Clock.systemUTC()).run(List.of(arguments), out, err));
    }

    int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 1) {
            err.println("Which file? ./riskwatch analyze FILE.json");
            return 2;
        }
        Path file = Path.of(arguments.getFirst());
        try {
            JsonNode request = json.readTree(Files.readAllBytes(file));
            out.println(json.writeValueAsString(answer(request, file)));
            return 0;
        } catch (BadInputException e) {
            err.println(json.writeValueAsString(problem(e)));
            return 1;
        } catch (NoSuchFileException e) {
            err.println("There is no file " + e.getFile() + ".");
            return 2;
        } catch (IOException e) {
            err.println(file + " cannot be read: " + e.getMessage());
            return 2;
        } catch (JacksonException e) {
            err.println(file + " is no JSON: " + e.getOriginalMessage());
            return 2;
        }
    }

    /** The result of the request, sealed as the worker seals it. */
    private ObjectNode answer(JsonNode request, Path file) throws IOException {
        RequestFile asked = RequestFile.of(request, file, json);
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
            context.registerBean(Exposures.class, () -> new Exposures(asked.history()));
            context.scan(KINDS);
            context.refresh();
            Analysis analysis = analysis(context, asked.job());
            ObjectNode document = analysis.run(asked.job(), percent -> {});
            ObjectNode provenance = (ObjectNode) document.path("provenance");
            provenance.put("resultHash", CanonicalJson.sha256(document));
            provenance.put("createdAt", clock.instant().toString());
            return document;
        }
    }

    private static Analysis analysis(AnnotationConfigApplicationContext context, AnalysisJob job) {
        List<Analysis> all =
                new ArrayList<>(context.getBeansOfType(Analysis.class).values());
        Analysis analysis = all.stream()
                .filter(one -> one.kind().equals(job.kind()))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "kind",
                        "There is no kind " + job.kind() + ", only "
                                + String.join(
                                        ", ",
                                        all.stream()
                                                .map(Analysis::kind)
                                                .sorted()
                                                .toList()) + "."));
        List<ContractSchema.Violation> violations = ContractSchema.of("job/" + job.kind() + "-parameters.schema.json")
                .violations(job.parameters());
        if (!violations.isEmpty()) {
            ContractSchema.Violation first = violations.getFirst();
            throw new BadInputException("parameters." + first.field(), first.field() + " " + first.message() + ".");
        }
        return analysis;
    }

    private ObjectNode problem(BadInputException e) {
        ObjectNode problem = json.createObjectNode()
                .put("type", "about:blank")
                .put("title", "The question cannot be answered")
                .put("status", REFUSED)
                .put("detail", e.getMessage());
        problem.withArray("errors").addObject().put("field", e.field()).put("message", e.getMessage());
        return problem;
    }

    /** Refuses to know anything: prices are in the request. */
    static final HistorySource NOTHING = request -> {
        throw new BadInputException(
                "holdings",
                "Without servers there is no price history: give data, or prices with a CSV beside the file.");
    };
}
