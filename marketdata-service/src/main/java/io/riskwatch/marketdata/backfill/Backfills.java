package io.riskwatch.marketdata.backfill;

import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.Providers;
import io.riskwatch.marketdata.provider.SourceSymbol;
import io.riskwatch.marketdata.xsim.Exchange;
import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What organisations asked for, and how far it has come. */
@Service
@Transactional
class Backfills {
    private static final LocalDate EARLIEST = LocalDate.of(1960, 1, 1);
    private static final int YEARS = 20;
    private static final int LISTED = 100;

    private final BackfillRepository backfills;
    private final WorkRepository works;
    private final Providers providers;
    private final KnownInstruments instruments;
    private final Exchange exchange;
    private final BackfillProperties properties;
    private final Clock clock;

    Backfills(
            BackfillRepository backfills,
            WorkRepository works,
            Providers providers,
            KnownInstruments instruments,
            Exchange exchange,
            BackfillProperties properties,
            Clock clock) {
        this.backfills = backfills;
        this.works = works;
        this.providers = providers;
        this.instruments = instruments;
        this.exchange = exchange;
        this.properties = properties;
        this.clock = clock;
    }

    /** Begins to fetch the histories of symbols; twenty years up to yesterday where no days are named. */
    BackfillView start(UUID organisation, BackfillRequest request) {
        Span wanted = days(request);
        Map<SourceSymbol, InstrumentType> symbols = symbols(request.symbols());
        List<String> keys = symbols.keySet().stream().map(SourceSymbol::key).toList();
        refuseTooMany(keys);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        symbols.forEach((symbol, type) -> works.want(symbol, type, wanted, now));
        Backfill backfill = new Backfill(UUID.randomUUID(), keys, wanted, now);
        backfills.add(organisation, backfill);
        return view(backfill);
    }

    @Transactional(readOnly = true)
    BackfillView show(UUID id) {
        return backfills.find(id).map(this::view).orElseThrow(() -> ProblemException.notFound("backfill"));
    }

    /** The newest ones. */
    @Transactional(readOnly = true)
    List<BackfillView> list() {
        return backfills.newest(LISTED).stream().map(this::view).toList();
    }

    private Span days(BackfillRequest request) {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        LocalDate to = request.to() == null ? yesterday : request.to();
        LocalDate from = request.from() == null ? to.minusYears(YEARS) : request.from();
        if (to.isAfter(yesterday)) {
            throw ProblemException.badRequest("to", "must lie before today, whose bar is not closed");
        }
        if (from.isBefore(EARLIEST)) {
            throw ProblemException.badRequest("from", "must not lie before " + EARLIEST);
        }
        if (to.isBefore(from)) {
            throw ProblemException.badRequest("to", "lies before from");
        }
        return new Span(from, to);
    }

    private Map<SourceSymbol, InstrumentType> symbols(List<String> keys) {
        Map<SourceSymbol, InstrumentType> symbols = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String field = "symbols[" + i + "]";
            SourceSymbol symbol = SourceSymbol.parse(keys.get(i)).orElse(null);
            if (symbol == null) {
                errors.add(new FieldError(field, "must be a symbol like AAPL or AAPL:XNAS"));
            } else if (exchange.listing(symbol.key()).isPresent()) {
                errors.add(new FieldError(field, "is listed by the simulated exchange, whose whole history is there"));
            } else {
                InstrumentType type = instruments.type(
                        symbol.symbol(), symbol.exchange(), symbol.pair().isPresent());
                if (providers.canTellBars(type)) {
                    symbols.put(symbol, type);
                } else {
                    errors.add(new FieldError(field, "has no provider of daily bars; see GET /api/v1/providers"));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.unprocessable(errors);
        }
        return symbols;
    }

    private void refuseTooMany(Collection<String> more) {
        Set<String> open = new LinkedHashSet<>();
        backfills.newest(LISTED).forEach(backfill -> open.addAll(backfill.symbols()));
        Set<String> waiting = works.find(open).stream()
                .filter(work -> work.state() == Work.State.WAITING)
                .map(work -> work.symbol().key())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        waiting.addAll(more);
        if (waiting.size() > properties.openSymbols()) {
            throw ProblemException.tooManyRequests(
                    Duration.ofHours(1),
                    "An organisation may have " + properties.openSymbols() + " symbols waiting for their history.");
        }
    }

    private BackfillView view(Backfill backfill) {
        Map<String, Work> known = works.find(backfill.symbols()).stream()
                .collect(Collectors.toMap(work -> work.symbol().key(), Function.identity()));
        return BackfillView.of(
                backfill,
                backfill.symbols().stream()
                        .filter(known::containsKey)
                        .map(known::get)
                        .toList());
    }
}
