package io.riskwatch.portfolio.sample;

import io.riskwatch.portfolio.portfolio.PortfolioView;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sample portfolio over HTTP. */
@RestController
@RequestMapping("/api/v1/portfolios/sample")
class SampleController {

    private final Samples samples;
    private final Portfolios portfolios;

    SampleController(Samples samples, Portfolios portfolios) {
        this.samples = samples;
        this.portfolios = portfolios;
    }

    @Operation(
            summary = "Make the sample portfolio",
            description = "Answers 201 with a new one, or 200 with the one the organisation has already.")
    @PostMapping
    ResponseEntity<PortfolioView> make() {
        return portfolios
                .sample()
                .map(existing -> ResponseEntity.ok(PortfolioView.of(existing)))
                .orElseGet(() -> {
                    var made = samples.make();
                    return ResponseEntity.created(URI.create("/api/v1/portfolios/" + made.id()))
                            .body(PortfolioView.of(made));
                });
    }
}
