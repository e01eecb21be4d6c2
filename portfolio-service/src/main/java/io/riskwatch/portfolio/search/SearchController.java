package io.riskwatch.portfolio.search;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search over HTTP. */
@RestController
class SearchController {

    private final SearchService search;

    SearchController(SearchService search) {
        this.search = search;
    }

    record SearchView(List<SearchHit> items) {

        SearchView {
            items = List.copyOf(items);
        }
    }

    @Operation(
            summary =
                    "Portfolios, holdings, instruments and transactions by name, symbol or note, typing errors allowed")
    @GetMapping("/api/v1/search")
    SearchView search(
            @RequestParam @NotBlank @Size(max = 100) String q,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return new SearchView(search.find(q.strip().replaceAll("\\p{Cntrl}+", " "), limit));
    }
}
