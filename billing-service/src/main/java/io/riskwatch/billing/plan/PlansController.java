package io.riskwatch.billing.plan;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the plans to whoever is signed in. */
@RestController
class PlansController {

    private final PlanCatalogue catalogue;

    PlansController(PlanCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/v1/billing/plans")
    PlansView plans() {
        return new PlansView(catalogue.all());
    }

    /**
     * The catalogue.
     *
     * @param plans smallest first
     */
    record PlansView(List<PlanTerms> plans) {}
}
