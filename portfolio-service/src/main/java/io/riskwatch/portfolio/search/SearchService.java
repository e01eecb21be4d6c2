package io.riskwatch.portfolio.search;

import io.riskwatch.portfolio.holding.Holdings;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.search.SearchHit.Kind;
import io.riskwatch.service.problem.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;

/** Finds, and leaves out what was held and is sold. */
@Service
class SearchService {

    private final SeenInstruments instruments;
    private final Search search;
    private final Holdings holdings;

    SearchService(SeenInstruments instruments, Search search, Holdings holdings) {
        this.instruments = instruments;
        this.search = search;
        this.holdings = holdings;
    }

    List<SearchHit> find(String words, int limit) {
        instruments.learn();
        try {
            return held(search.find(words, limit));
        } catch (QueryTimeoutException e) {
            throw tooLong();
        } catch (DataAccessException e) {
            if (String.valueOf(e.getMessage()).contains("statement timeout")) {
                throw tooLong();
            }
            throw e;
        }
    }

    private static ProblemException tooLong() {
        return ProblemException.unavailable(
                Duration.ofSeconds(5), "The search took longer than two seconds; ask for something longer.");
    }

    private List<SearchHit> held(List<SearchHit> hits) {
        var symbols = new HashMap<UUID, Set<String>>();
        return hits.stream()
                .filter(hit -> hit.kind() != Kind.HOLDING
                        || symbols.computeIfAbsent(Objects.requireNonNull(hit.portfolioId()), this::heldSymbols)
                                .contains(hit.title()))
                .toList();
    }

    private Set<String> heldSymbols(UUID portfolioId) {
        return holdings.of(portfolioId).positions().stream()
                .map(Position::symbol)
                .collect(Collectors.toSet());
    }
}
