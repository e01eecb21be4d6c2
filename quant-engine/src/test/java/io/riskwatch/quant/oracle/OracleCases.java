package io.riskwatch.quant.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads the reference cases of an area: those that may be copied from the test resources, the others (GPL arrays) from
 * {@code shared/oracles} beside the repository or above it, where that exists. Where a printed figure is itself wrong, {@code errata.json} widens the tolerance and says why.
 */
final class OracleCases {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OracleCases() {}

    static List<OracleCase> of(String area) {
        TreeMap<String, OracleCase> cases = new TreeMap<>();
        try (InputStream in = OracleCases.class.getResourceAsStream("/oracles/" + area + ".json");
                InputStream corrections = OracleCases.class.getResourceAsStream("/oracles/errata.json")) {
            JsonNode errata = JSON.readTree(corrections);
            read(JSON.readTree(in), errata, cases);
            Optional<Path> uncopied = shared("oracles/" + area + ".json");
            if (uncopied.isPresent()) {
                read(JSON.readTree(Files.readAllBytes(uncopied.get())), errata, cases);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println("oracle cases of area " + area + ": " + cases.size() + " " + cases.keySet());
        return new ArrayList<>(cases.values());
    }

    /** A file of the shared folder, looked for beside the repository and upwards; empty on a bare clone. */
    static Optional<Path> shared(String file) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve(file);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static void read(JsonNode file, JsonNode errata, TreeMap<String, OracleCase> into) {
        for (JsonNode node : file.get("cases")) {
            OracleCase one = OracleCase.of(node);
            into.put(one.id(), errata.has(one.id()) ? one.corrected(errata.get(one.id())) : one);
        }
    }
}
