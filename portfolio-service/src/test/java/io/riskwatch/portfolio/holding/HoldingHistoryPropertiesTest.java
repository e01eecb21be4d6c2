package io.riskwatch.portfolio.holding;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.ledger.Histories;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.LedgerRules;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A history of holdings that is asked for between bookings says the same as one written in one go. */
class HoldingHistoryPropertiesTest {

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.any(LedgerRules.DEFAULT);
    }

    @Property(tries = 200)
    void askedAfterEveryBookingItSaysWhatItSaysFromScratch(@ForAll("histories") List<LedgerEntry> entries) {
        var going = new HoldingRecorder();
        var inOrder = entries.stream().sorted(LedgerEntry.ORDER).toList();

        for (var played = 1; played <= inOrder.size(); played++) {
            going.play(inOrder.get(played - 1));
            if (played % 5 == 0 || played == inOrder.size()) {
                assertThat(going.answer()).usingRecursiveComparison().isEqualTo(scratch(inOrder.subList(0, played)));
            } else {
                going.answer();
            }
        }
    }

    private static HoldingHistory scratch(List<LedgerEntry> entries) {
        var recorder = new HoldingRecorder();
        entries.forEach(recorder::play);
        return recorder.answer();
    }
}
