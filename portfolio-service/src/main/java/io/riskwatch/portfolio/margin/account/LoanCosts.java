package io.riskwatch.portfolio.margin.account;

import io.riskwatch.portfolio.holding.HoldingHistories;
import io.riskwatch.portfolio.margin.interest.LoanInterest;
import io.riskwatch.portfolio.margin.rate.MarginTerms;
import io.riskwatch.portfolio.margin.rate.RateBooks;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** What the loan of a portfolio's margin accounts costs, from the cash its ledger shows at the close of each day. */
@Service
class LoanCosts {

    private final PortfolioAccounts accounts;
    private final HoldingHistories histories;
    private final RateBooks rates;

    LoanCosts(PortfolioAccounts accounts, HoldingHistories histories, RateBooks rates) {
        this.accounts = accounts;
        this.histories = histories;
        this.rates = rates;
    }

    /**
     * Interest in the account's currency, at today's exchange rates.
     *
     * @param terms of today
     * @param since the first day of the month
     * @param accrued of the nights of this month until today, unrounded
     * @param perYear of a year at today's loan, unrounded
     * @param leftOut currencies that were owed this month and have no exchange rate
     */
    record Costs(MarginTerms terms, LocalDate since, BigDecimal accrued, BigDecimal perYear, List<String> leftOut) {

        Costs {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** As of a day; a loan that was said instead of booked is taken as the same all month. */
    Costs of(MarginReading reading, LocalDate today) {
        var since = today.withDayOfMonth(1);
        var leftOut = new TreeSet<String>();
        var loans = loans(reading, since, (int) ChronoUnit.DAYS.between(since, today), leftOut);
        var terms = new Terms(rates.allTerms(), rates.terms(LocalDate.EPOCH));
        var accrued = BigDecimal.ZERO;
        for (var night = 0; night < loans.length; night++) {
            var then = terms.on(since.plusDays(night));
            accrued = accrued.add(new LoanInterest(then.dayCount()).perNight(loans[night], then.interestRate()));
        }
        var now = terms.on(today);
        return new Costs(
                now,
                since,
                accrued,
                new LoanInterest(now.dayCount()).perYear(reading.account().loan(), now.interestRate()),
                List.copyOf(leftOut));
    }

    /** All that were set, and what holds before. */
    private record Terms(List<MarginTerms> set, MarginTerms standard) {

        MarginTerms on(LocalDate day) {
            return set.stream()
                    .filter(terms -> !terms.validFrom().isAfter(day))
                    .max(Comparator.comparing(MarginTerms::validFrom))
                    .orElse(standard);
        }
    }

    /** Owed at the close of each day: per account and currency, because a bank does not net them either. */
    private BigDecimal[] loans(MarginReading reading, LocalDate since, int nights, Set<String> leftOut) {
        var loans = new BigDecimal[nights];
        Arrays.fill(loans, reading.loanIsSet() ? reading.account().loan() : BigDecimal.ZERO);
        if (reading.loanIsSet()) {
            return loans;
        }
        for (var account : accounts.of(reading.portfolioId())) {
            if (!Margins.lends(account)) {
                continue;
            }
            for (var cash :
                    histories.of(new Scope(reading.portfolioId(), account.id())).cash()) {
                var balances = cash.balance().over(since, nights);
                if (Arrays.stream(balances).allMatch(balance -> balance >= 0)) {
                    continue;
                }
                var rate = reading.exchangeRates().get(cash.currency());
                if (rate == null) {
                    leftOut.add(cash.currency());
                    continue;
                }
                for (var night = 0; night < nights; night++) {
                    loans[night] = loans[night].add(
                            BigDecimal.valueOf(Math.max(0, -balances[night])).multiply(rate));
                }
            }
        }
        return loans;
    }
}
