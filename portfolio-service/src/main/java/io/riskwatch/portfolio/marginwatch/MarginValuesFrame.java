package io.riskwatch.portfolio.marginwatch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.riskwatch.portfolio.margin.account.MarginStatusView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Frame {@code margin.values} of {@code /ws/events}: where the clients stand whose figures moved since the frame before. */
record MarginValuesFrame(String type, List<Row> accounts) {

    static MarginValuesFrame of(List<Row> accounts) {
        return new MarginValuesFrame("margin.values", accounts);
    }

    /** One account. */
    record Row(
            UUID portfolioId,
            @Nullable UUID clientId,
            String currency,
            @JsonUnwrapped MarginStatusView figures) {}
}
