package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.holding.Holdings;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.marketdata.Instrument;
import io.riskwatch.portfolio.marketdata.MarketData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the things asked about are: a crisis treats a bond unlike a share. Asked before the transaction that stores the job. */
@Component
class AskedInstruments {

    private static final Set<String> KINDS = Set.of("stress", "portfolio-report");

    private final Holdings holdings;
    private final MarketData market;

    AskedInstruments(Holdings holdings, MarketData market) {
        this.holdings = holdings;
        this.market = market;
    }

    /** By symbol, as far as market data can tell now; nothing for kinds that do not care. */
    Map<String, Instrument> of(AnalysisRequest request) {
        if (!KINDS.contains(request.kind())) {
            return Map.of();
        }
        List<String> symbols = List.of();
        if (request.portfolioId() != null) {
            symbols = holdings.of(request.portfolioId()).positions().stream()
                    .map(Position::symbol)
                    .toList();
        } else if (request.holdings() != null) {
            symbols = request.holdings().stream()
                    .map(AnalysisRequest.HoldingRequest::symbol)
                    .toList();
        }
        return market.instruments(symbols);
    }
}
