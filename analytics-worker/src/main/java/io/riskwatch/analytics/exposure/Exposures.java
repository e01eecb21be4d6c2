package io.riskwatch.analytics.exposure;

import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.history.HistoryRequest;
import io.riskwatch.analytics.history.HistorySource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the exposure of a job, from its own data or from the market-data service. */
public final class Exposures {

    /** Series whose whole past fits one answer of the market-data service. */
    private static final int MOST_OF_THE_PAST = 200;

    private final HistorySource history;
    private final @Nullable Exposure known;

    public Exposures(HistorySource history) {
        this(history, null);
    }

    private Exposures(HistorySource history, @Nullable Exposure known) {
        this.history = history;
        this.known = known;
    }

    /** The same, for jobs whose exposure has been made already: the parts of a report look at the same days. */
    public Exposures knowing(Exposure exposure) {
        return new Exposures(history, exposure);
    }

    /** The same over other prices, made of those it has. */
    public Exposures over(UnaryOperator<HistorySource> prices) {
        return new Exposures(prices.apply(history), known);
    }

    /**
     * The exposure of the job in the window.
     *
     * @param leaveOutMissing leave out holdings without history instead of refusing them
     * @throws BadInputException naming the field and what is wrong with it
     */
    public Exposure of(AnalysisJob job, Window window, @Nullable String benchmark, boolean leaveOutMissing) {
        if (known != null) {
            return known;
        }
        if (window.from() != null && window.to() != null && window.to().isBefore(window.from())) {
            throw new BadInputException(
                    "parameters.to",
                    "The window ends on " + window.to() + ", before it begins on " + window.from() + ".");
        }
        return job.data() == null
                ? HeldExposure.of(job, repeated(job).orElse(window), benchmark, leaveOutMissing, history)
                : InlineExposure.of(job, job.data(), window, benchmark);
    }

    /** The days of the result that is computed again: the last 1,260 common days are others every day. */
    private static Optional<Window> repeated(AnalysisJob job) {
        return Optional.ofNullable(job.window()).map(days -> new Window(days.from(), days.to()));
    }

    /**
     * The holdings' own prices since a day, each for itself: of inline data all, else those of real markets.
     *
     * @param since the first day of interest
     */
    public PastPrices past(AnalysisJob job, Exposure exposure, LocalDate since) {
        if (job.data() != null) {
            return PastPrices.of(job.data());
        }
        Set<String> symbols = new LinkedHashSet<>();
        for (Exposure.Position position : exposure.positions()) {
            if (!position.simulated() && !position.symbol().startsWith(HeldExposure.CASH + ":")) {
                symbols.add(position.symbol());
                symbols.addAll(PastPrices.rates(position.currency(), job.baseCurrency()));
            }
        }
        if (symbols.isEmpty() || symbols.size() > MOST_OF_THE_PAST) {
            return PastPrices.none();
        }
        return PastPrices.of(
                history.fetch(new HistoryRequest(job.organisationId(), List.copyOf(symbols), since, null, null)),
                job.baseCurrency());
    }
}
