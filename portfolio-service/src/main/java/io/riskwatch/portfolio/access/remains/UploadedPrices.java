package io.riskwatch.portfolio.access.remains;

import io.riskwatch.portfolio.access.server.OnBehalf;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.organisation.OrganisationRemains;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The price history an organisation uploaded, which marketdata-service keeps. */
@Component
class UploadedPrices implements OrganisationRemains {

    private final OnBehalf onBehalf;
    private final MarketData marketData;

    UploadedPrices(OnBehalf onBehalf, MarketData marketData) {
        this.onBehalf = onBehalf;
        this.marketData = marketData;
    }

    @Override
    public void delete(UUID organisationId) {
        onBehalf.ofOrganisation(organisationId, marketData::deleteHistory);
    }
}
