package io.riskwatch.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.billing.ContractFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanCatalogueTest {

    private final PlanCatalogue catalogue = new PlanCatalogue(new JsonMapper());

    @Test
    void theContractFileIsWhatItsSchemaSays() throws IOException {
        JsonNode file = ContractFile.read("contract/plans.json");

        assertThat(ContractFile.violations("contract/plans.schema.json", file)).isEmpty();
        ((tools.jackson.databind.node.ObjectNode) file.at("/plans/0/limits")).put("portfolios", 0);
        assertThat(ContractFile.violations("contract/plans.schema.json", file))
                .as("a limit of zero")
                .hasSize(1);
    }

    @Test
    void everyPlanIsInTheFileAndReadAsItStandsThere() throws IOException {
        JsonNode file = ContractFile.read("contract/plans.json").get("plans");

        JsonNode read = new JsonMapper().valueToTree(catalogue.all());

        assertThat(read).isEqualTo(file);
        assertThat(catalogue.all()).extracting(PlanTerms::plan).containsExactly(Plan.values());
    }

    @Test
    void aDearerPlanAllowsMoreOfEverything() {
        List<PlanTerms> plans = catalogue.all();
        for (int i = 1; i < plans.size(); i++) {
            PlanTerms less = plans.get(i - 1);
            PlanTerms more = plans.get(i);
            assertThat(new BigDecimal(more.monthlyPrice().amount()))
                    .isGreaterThan(new BigDecimal(less.monthlyPrice().amount()));
            assertThat(more.queueWeight()).isGreaterThan(less.queueWeight());
            assertThat(more.limits().portfolios()).isGreaterThan(less.limits().portfolios());
            assertThat(more.limits().holdingsPerPortfolio())
                    .isGreaterThan(less.limits().holdingsPerPortfolio());
            assertThat(more.limits().analysesPerDay())
                    .isGreaterThan(less.limits().analysesPerDay());
            assertThat(more.limits().runningAnalyses())
                    .isGreaterThan(less.limits().runningAnalyses());
            assertThat(more.limits().assetsPerAnalysis())
                    .isGreaterThan(less.limits().assetsPerAnalysis());
            assertThat(more.limits().analysisSchedules())
                    .isGreaterThan(less.limits().analysisSchedules());
            assertThat(more.limits().simulationMillions())
                    .isGreaterThan(less.limits().simulationMillions());
        }
    }

    @Test
    void freeCostsNothingAndIsEnoughForTheDemo() {
        PlanTerms free = catalogue.terms(Plan.FREE);

        assertThat(new BigDecimal(free.monthlyPrice().amount())).isZero();
        assertThat(free.limits()).isEqualTo(new PlanLimits(3, 100, 50, 2, 100, 3, 1000));
    }

    @Test
    void aCatalogueThatLacksAPlanIsRefused() {
        List<PlanTerms> withoutAdviser = catalogue.all().subList(0, 3);

        assertThatThrownBy(() -> new PlanCatalogue(withoutAdviser)).hasMessageContaining("lacks ADVISER");
    }

    @Test
    void aPriceHasThePlacesOfItsCurrency() {
        assertThatThrownBy(() -> new Price("4.5", "USD")).hasMessageContaining("2 places");
        assertThatThrownBy(() -> new Price("-4.00", "USD")).hasMessageContaining("no sign");
        assertThat(new Price("400", "JPY").amount()).isEqualTo("400");
    }
}
