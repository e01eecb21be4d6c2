package io.riskwatch.marketdata.instrument;

import io.riskwatch.marketdata.tenant.Organisation;
import io.riskwatch.service.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists, searches and shows instruments. */
@RestController
@RequestMapping("/api/v1/instruments")
class InstrumentController {
    /** Shorter texts are like too much. */
    private static final int SHORTEST_GUESS = 3;

    private final InstrumentRepository instruments;

    InstrumentController(InstrumentRepository instruments) {
        this.instruments = instruments;
    }

    @GetMapping
    InstrumentPage search(
            @AuthenticationPrincipal Jwt token,
            @RequestParam(defaultValue = "") @Size(max = 100) String query,
            @RequestParam(required = false) @Nullable InstrumentType type,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Size(max = 200) @Nullable String cursor) {
        String after = cursor == null ? "" : decode(cursor);
        List<Instrument> found =
                Organisation.within(token, () -> instruments.search(query.strip(), type, after, limit + 1));
        if (found.isEmpty() && cursor == null && query.strip().length() >= SHORTEST_GUESS) {
            // nothing is written like this: what is written nearly so, the likest first, on one page
            return new InstrumentPage(
                    Organisation.within(token, () -> instruments.alike(query.strip(), type, limit)), null);
        }
        if (found.size() <= limit) {
            return new InstrumentPage(found, null);
        }
        List<Instrument> page = found.subList(0, limit);
        return new InstrumentPage(page, encode(page.getLast().symbol()));
    }

    @GetMapping("/{symbol}")
    Instrument show(@AuthenticationPrincipal Jwt token, @PathVariable String symbol) {
        return Organisation.within(token, () -> instruments.find(symbol))
                .orElseThrow(() -> ProblemException.notFound("instrument"));
    }

    private static String encode(String symbol) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(symbol.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("cursor", "is not a cursor of this list");
        }
    }
}
