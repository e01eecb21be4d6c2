package io.riskwatch.portfolio.margin.rate;

import io.riskwatch.portfolio.margin.MarginRates;
import io.riskwatch.portfolio.margin.rate.RateRegister.Expectation;
import io.riskwatch.portfolio.margin.rate.RateViews.AllTermsView;
import io.riskwatch.portfolio.margin.rate.RateViews.HouseRateView;
import io.riskwatch.portfolio.margin.rate.RateViews.HouseRatesView;
import io.riskwatch.portfolio.margin.rate.RateViews.InstrumentRatesView;
import io.riskwatch.portfolio.margin.rate.RateViews.RatesView;
import io.riskwatch.portfolio.margin.rate.RateViews.TermsView;
import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rates and terms over HTTP. What has held once stays as it was: only today and days to come are set. */
@RestController
@RequestMapping("/api/v1/margin")
class RateController {

    private static final Set<String> MAY_SET = Set.of("OWNER", "ADVISER", "ADMIN");
    private static final int DAYS_AHEAD = 366;
    private static final String SYMBOL = "[A-Z0-9^$][A-Z0-9.\\-=^/_$: ]{0,31}";

    private final RateBooks books;
    private final RateRegister register;
    private final Clock clock;

    RateController(RateBooks books, RateRegister register, Clock clock) {
        this.books = books;
        this.register = register;
        this.clock = clock;
    }

    @Operation(summary = "The rates the organisation set itself, and those of everything else")
    @GetMapping("/rates")
    HouseRatesView list(
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Cursor.parse(cursor, 2, key -> new Place(key.getFirst(), LocalDate.parse(key.getLast())))
                .orElse(new Place("", LocalDate.EPOCH));
        var rows = register.list(symbol == null ? null : parse(symbol), after.symbol(), after.day(), limit + 1);
        var page = Page.of(
                rows,
                limit,
                HouseRateView::of,
                row -> Cursor.of(row.what().symbol(), row.what().validFrom()));
        return new HouseRatesView(RatesView.of(MarginRates.STANDARD), page.items(), page.nextCursor());
    }

    private record Place(String symbol, LocalDate day) {}

    @Operation(summary = "The rates of one instrument on a day, today when none is named")
    @GetMapping("/rates/{symbol}")
    InstrumentRatesView of(@PathVariable String symbol, @RequestParam(required = false) @Nullable LocalDate on) {
        var name = parse(symbol);
        var day = Objects.requireNonNullElseGet(on, () -> LocalDate.now(clock));
        var book = books.on(day);
        var rates = book.of(name);
        return new InstrumentRatesView(name, day, rates.house(), RatesView.of(rates), book.riskClass(name));
    }

    @Operation(
            summary = "Set what holds for an instrument from a day on",
            description =
                    "Today or a day to come. No rate may be below the one everybody asks for. An empty request makes"
                            + " the standard rates hold again from that day. 412 when If-Match (setAt as it was read, in"
                            + " quotes) or If-None-Match: * does not hold.")
    @PutMapping("/rates/{symbol}/{validFrom}")
    HouseRateView set(
            @PathVariable String symbol,
            @PathVariable LocalDate validFrom,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody @Valid HouseRateRequest request) {
        var rate = request.from(parse(symbol), settable(validFrom));
        return HouseRateView.of(register.set(rate, caller(), expected(ifMatch, ifNoneMatch)));
    }

    @Operation(summary = "Take back what was set for an instrument from today or a day to come")
    @DeleteMapping("/rates/{symbol}/{validFrom}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String symbol, @PathVariable LocalDate validFrom) {
        caller();
        if (!books.forget(parse(symbol), settable(validFrom))) {
            throw ProblemException.notFound("rate");
        }
    }

    @Operation(summary = "Concentration, interest and intraday regime of the organisation's margin accounts")
    @GetMapping("/terms")
    AllTermsView terms() {
        List<TermsView> all = register.terms().stream().map(TermsView::of).toList();
        var today = LocalDate.now(clock);
        var now = all.stream()
                .filter(terms -> terms.validFrom() != null && !terms.validFrom().isAfter(today))
                .findFirst()
                .orElseGet(() -> TermsView.standard(books.standardTerms()));
        return new AllTermsView(now, all);
    }

    @Operation(
            summary = "Set what holds for every margin account of the organisation from today or a day to come",
            description = "412 when If-Match (setAt as it was read, in quotes) or If-None-Match: * does not hold.")
    @PutMapping("/terms/{validFrom}")
    TermsView setTerms(
            @PathVariable LocalDate validFrom,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody @Valid MarginTermsRequest request) {
        var dayCount = request.dayCount();
        if (dayCount != null && dayCount != 360 && dayCount != 365) {
            throw ProblemException.unprocessable("dayCount", "is 360 or 365, was " + dayCount);
        }
        var terms = request.from(settable(validFrom));
        return TermsView.of(register.set(terms, caller(), expected(ifMatch, ifNoneMatch)));
    }

    private static Expectation expected(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        return setAt -> (ifNoneMatch == null || setAt.isEmpty())
                && (ifMatch == null
                        || setAt.filter(at -> ifMatch.equals("*") || ifMatch.equals("\"" + at + "\""))
                                .isPresent());
    }

    private LocalDate settable(LocalDate validFrom) {
        var today = LocalDate.now(clock);
        if (validFrom.isBefore(today) || validFrom.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw ProblemException.unprocessable(
                    "validFrom",
                    "is today (%s in UTC) or a day within a year from it, was %s".formatted(today, validFrom));
        }
        return validFrom;
    }

    private static String parse(String symbol) {
        var upper = symbol.strip().toUpperCase(Locale.ROOT);
        if (!upper.matches(SYMBOL)) {
            throw ProblemException.badRequest("symbol", "is no symbol");
        }
        return upper;
    }

    private static UUID caller() {
        var caller = Caller.current();
        if (caller.roles().stream().noneMatch(MAY_SET::contains)) {
            throw ProblemException.of(
                    HttpStatus.FORBIDDEN,
                    "forbidden",
                    "Not allowed",
                    "Only an owner, adviser or administrator sets margin rates.");
        }
        return caller.userId();
    }
}
