package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.margin.account.SetLoan;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The loans that were set for clients. */
@Component
class SetLoans implements SetLoan {

    private final Clients clients;

    SetLoans(Clients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<BigDecimal> of(UUID portfolioId) {
        return clients.ofPortfolio(portfolioId).flatMap(client -> Optional.ofNullable(client.loan()));
    }
}
