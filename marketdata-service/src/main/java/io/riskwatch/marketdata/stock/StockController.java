package io.riskwatch.marketdata.stock;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Stored prices of shares and funds. */
@RestController
class StockController {
    private final Stocks stocks;

    StockController(Stocks stocks) {
        this.stocks = stocks;
    }

    /** Every equity and ETF with its newest price, by symbol. */
    @GetMapping("/stocks")
    List<StockView> stocks() {
        return stocks.stocks().stream().map(StockView::of).toList();
    }

    /** Fetches the latest price, stores it and answers it. */
    @GetMapping("/stocks/{symbol}")
    StockView stock(@AuthenticationPrincipal Jwt token, @PathVariable @Size(max = 64) String symbol) {
        return StockView.of(stocks.fetch(token, symbol));
    }
}
