package io.riskwatch.marketdata.instrument;

import io.riskwatch.service.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For operators: what is listed, renamed and delisted. */
@RestController
@RequestMapping("/internal/v1/instruments")
class InstrumentRegisterController {
    private final InstrumentRegister register;

    InstrumentRegisterController(InstrumentRegister register) {
        this.register = register;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void list(@Valid @RequestBody InstrumentRecord instrument) {
        if (instrument.isin() != null && !Isin.isValid(instrument.isin())) {
            throw ProblemException.badRequest("isin", "has a wrong check digit");
        }
        if (!register.list(instrument)) {
            throw ProblemException.conflict(instrument.symbol() + " is listed by the simulated exchange.");
        }
    }

    @PostMapping("/{symbol}/{exchange}/renaming")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@PathVariable String symbol, @PathVariable String exchange, @Valid @RequestBody Renaming renaming) {
        try {
            if (!register.rename(symbol, exchange, renaming.symbol(), renaming.until())) {
                throw ProblemException.notFound("instrument");
            }
        } catch (DuplicateKeyException e) {
            throw ProblemException.conflict(renaming.symbol() + " is another instrument of this exchange.");
        }
    }

    @PostMapping("/{symbol}/{exchange}/delisting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delist(@PathVariable String symbol, @PathVariable String exchange, @Valid @RequestBody Delisting delisting) {
        if (!register.delist(symbol, exchange, delisting.lastDay())) {
            throw ProblemException.notFound("instrument");
        }
    }

    /**
     * A new symbol.
     *
     * @param until the last day of the old one
     */
    record Renaming(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9.^=_-]{0,31}")
            String symbol,

            @NotNull LocalDate until) {}

    /** The end of a listing. */
    record Delisting(@NotNull LocalDate lastDay) {}
}
