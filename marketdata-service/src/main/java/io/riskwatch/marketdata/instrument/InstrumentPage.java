package io.riskwatch.marketdata.instrument;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of instruments; {@code nextCursor} asks for the next one and is absent on the last. */
record InstrumentPage(List<Instrument> items, @Nullable String nextCursor) {
    InstrumentPage {
        items = List.copyOf(items);
    }
}
