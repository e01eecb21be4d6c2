package io.riskwatch.billing.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The plans of the contract file, which other services read too. */
@Component
public class PlanCatalogue {

    private static final String CONTRACT = "contract/plans.json";

    private final Map<Plan, PlanTerms> plans = new EnumMap<>(Plan.class);

    @Autowired
    PlanCatalogue(JsonMapper json) {
        this(read(json));
    }

    PlanCatalogue(List<PlanTerms> terms) {
        for (PlanTerms one : terms) {
            if (plans.put(one.plan(), one) != null) {
                throw new IllegalArgumentException("the catalogue names " + one.plan() + " twice");
            }
        }
        for (Plan plan : Plan.values()) {
            if (!plans.containsKey(plan)) {
                throw new IllegalArgumentException("the catalogue lacks " + plan);
            }
        }
    }

    /** All plans, smallest first. */
    public List<PlanTerms> all() {
        return List.copyOf(plans.values());
    }

    public PlanTerms terms(Plan plan) {
        PlanTerms terms = plans.get(plan);
        if (terms == null) {
            throw new IllegalStateException("the catalogue lacks " + plan);
        }
        return terms;
    }

    private static List<PlanTerms> read(JsonMapper json) {
        try (InputStream file = new ClassPathResource(CONTRACT).getInputStream()) {
            return json.readValue(file, ContractFile.class).plans();
        } catch (IOException e) {
            throw new UncheckedIOException(CONTRACT, e);
        }
    }

    private record ContractFile(int schemaVersion, List<PlanTerms> plans) {}
}
