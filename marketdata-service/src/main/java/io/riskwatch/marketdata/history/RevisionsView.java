package io.riskwatch.marketdata.history;

import java.util.List;

/** The corrections of a symbol's closes. */
record RevisionsView(String symbol, List<BarRepository.Revision> revisions) {
    RevisionsView {
        revisions = List.copyOf(revisions);
    }
}
