package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.marketdata.Instrument;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a job says about its holdings beyond their quantity. Asked before the transaction that stores it. */
@Component
class AskedAbout {

    private final AskedInstruments instruments;
    private final AskedLots lots;

    AskedAbout(AskedInstruments instruments, AskedLots lots) {
        this.instruments = instruments;
        this.lots = lots;
    }

    Known of(AnalysisRequest request) {
        return new Known(instruments.of(request), lots.of(request));
    }

    /** What is known, by symbol. */
    record Known(Map<String, Instrument> instruments, Map<String, OpenLots> lots) {

        AnalysisJob.Subject of(AnalysisJob.Subject subject) {
            return subject.described(instruments).with(lots);
        }
    }
}
