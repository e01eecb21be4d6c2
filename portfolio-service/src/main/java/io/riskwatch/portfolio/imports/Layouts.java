package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.imports.broker.Coinbase;
import io.riskwatch.portfolio.imports.broker.DegiroAccount;
import io.riskwatch.portfolio.imports.broker.DegiroTransactions;
import io.riskwatch.portfolio.imports.broker.Etoro;
import io.riskwatch.portfolio.imports.broker.FidelityHistory;
import io.riskwatch.portfolio.imports.broker.FidelityPositions;
import io.riskwatch.portfolio.imports.broker.Ghostfolio;
import io.riskwatch.portfolio.imports.broker.IbkrActivityStatement;
import io.riskwatch.portfolio.imports.broker.IbkrFlex;
import io.riskwatch.portfolio.imports.broker.PortfolioPerformance;
import io.riskwatch.portfolio.imports.broker.RevolutCrypto;
import io.riskwatch.portfolio.imports.broker.RevolutInvest;
import io.riskwatch.portfolio.imports.broker.RiskwatchTable;
import io.riskwatch.portfolio.imports.broker.Robinhood;
import io.riskwatch.portfolio.imports.broker.SchwabPositions;
import io.riskwatch.portfolio.imports.broker.SchwabTransactions;
import io.riskwatch.portfolio.imports.broker.Swissquote;
import io.riskwatch.portfolio.imports.broker.Trading212;
import io.riskwatch.portfolio.imports.broker.Wealthfolio;
import io.riskwatch.portfolio.imports.broker.WealthfolioHoldings;
import io.riskwatch.portfolio.imports.broker.Xtb;
import io.riskwatch.portfolio.imports.statement.Layout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the files of each format are written. Of equal matches of a header the first counts. */
final class Layouts {

    private static final Map<StatementFormat, Layout> BY_FORMAT = byFormat();

    private Layouts() {}

    private static Map<StatementFormat, Layout> byFormat() {
        var layouts = new LinkedHashMap<StatementFormat, Layout>();
        layouts.put(StatementFormat.RISKWATCH_TRANSACTIONS, RiskwatchTable.TRANSACTIONS);
        layouts.put(StatementFormat.RISKWATCH_HOLDINGS, RiskwatchTable.HOLDINGS);
        layouts.put(StatementFormat.SCHWAB_TRANSACTIONS, new SchwabTransactions());
        layouts.put(StatementFormat.SCHWAB_POSITIONS, new SchwabPositions());
        layouts.put(StatementFormat.FIDELITY_HISTORY, new FidelityHistory());
        layouts.put(StatementFormat.FIDELITY_POSITIONS, new FidelityPositions());
        layouts.put(StatementFormat.IBKR_ACTIVITY_STATEMENT, new IbkrActivityStatement());
        layouts.put(StatementFormat.IBKR_FLEX, new IbkrFlex());
        layouts.put(StatementFormat.ROBINHOOD, new Robinhood());
        layouts.put(StatementFormat.DEGIRO_ACCOUNT, new DegiroAccount());
        layouts.put(StatementFormat.DEGIRO_TRANSACTIONS, new DegiroTransactions());
        layouts.put(StatementFormat.TRADING_212, new Trading212());
        layouts.put(StatementFormat.REVOLUT_INVEST, new RevolutInvest());
        layouts.put(StatementFormat.REVOLUT_CRYPTO, new RevolutCrypto());
        layouts.put(StatementFormat.WEALTHFOLIO, new Wealthfolio());
        layouts.put(StatementFormat.WEALTHFOLIO_HOLDINGS, new WealthfolioHoldings());
        layouts.put(StatementFormat.GHOSTFOLIO, new Ghostfolio());
        layouts.put(StatementFormat.PORTFOLIO_PERFORMANCE, new PortfolioPerformance());
        layouts.put(StatementFormat.SWISSQUOTE, new Swissquote());
        layouts.put(StatementFormat.ETORO, new Etoro());
        layouts.put(StatementFormat.XTB, new Xtb());
        layouts.put(StatementFormat.COINBASE, new Coinbase());
        return layouts;
    }

    /** Every layout Riskwatch knows itself, in the order in which equals count. */
    static List<Layout> all() {
        return List.copyOf(BY_FORMAT.values());
    }

    /** How the files of a format are written; empty for what only a mapping tells. */
    static Optional<Layout> of(StatementFormat format) {
        return Optional.ofNullable(BY_FORMAT.get(format));
    }

    /** The format of a layout; a layout that is no format's is a mapping. */
    static StatementFormat formatOf(Layout layout) {
        return BY_FORMAT.entrySet().stream()
                .filter(known -> known.getValue().equals(layout))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(StatementFormat.MAPPED);
    }
}
