package io.riskwatch.portfolio.imports;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * Files of every broker and what they come to. Most tell one story: deposit 10,000, buy 10 AAPL at 185 and 1 of fee, 2.40
 * of dividend after tax, sell 4 at 190 and 1 of fee.
 */
final class BrokerFiles {

    /**
     * A file and its result.
     *
     * @param cash in dollars, or in krona where there are no dollars
     * @param gain realised; absent of holdings
     */
    record Case(
            String file,
            StatementFormat format,
            String symbol,
            String quantity,
            @Nullable String basis,
            @Nullable String gain,
            String cash,
            int booked,
            int ignored) {

        Resource resource() {
            return file.startsWith("shared/")
                    ? new FileSystemResource(
                            shared(file.substring("shared/".length())).orElseThrow())
                    : new ClassPathResource("brokers/" + file);
        }

        BigDecimal cashAmount() {
            return new BigDecimal(cash);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    private BrokerFiles() {}

    private static Case story(String file, StatementFormat format, String cash, int booked, int ignored) {
        return new Case(file, format, "AAPL", "6", "1110.6", "18.6", cash, booked, ignored);
    }

    static Stream<Case> ours() {
        return Stream.of(
                story("schwab-transactions.csv", StatementFormat.SCHWAB_TRANSACTIONS, "8910.4", 4, 2),
                // dividends and what they bought, of one day twice the same; of the last one 1.80 was withheld
                new Case(
                        "schwab-reinvested.csv",
                        StatementFormat.SCHWAB_TRANSACTIONS,
                        "SCHD",
                        "10.3309",
                        "776.44",
                        "0",
                        "250",
                        11,
                        2),
                held("schwab-positions.csv", StatementFormat.SCHWAB_POSITIONS, 2, 2),
                story("fidelity-history.csv", StatementFormat.FIDELITY_HISTORY, "8910.4", 4, 2),
                story("fidelity-history-reordered.csv", StatementFormat.FIDELITY_HISTORY, "8910.4", 4, 2),
                // what the core fund pays stays in it, which is cash
                new Case(
                        "fidelity-reinvested.csv",
                        StatementFormat.FIDELITY_HISTORY,
                        "SCHD",
                        "10.1234",
                        "759.82",
                        "0",
                        "250.5",
                        5,
                        1),
                held("fidelity-positions.csv", StatementFormat.FIDELITY_POSITIONS, 2, 2),
                story("ibkr-activity-statement.csv", StatementFormat.IBKR_ACTIVITY_STATEMENT, "8910.4", 5, 17),
                story("ibkr-flex.csv", StatementFormat.IBKR_FLEX, "8910.4", 4, 1),
                story("ibkr-flex-confirmations.csv", StatementFormat.IBKR_FLEX, "-1092", 2, 1),
                story("robinhood.csv", StatementFormat.ROBINHOOD, "8910.4", 4, 2),
                story("degiro-account.csv", StatementFormat.DEGIRO_ACCOUNT, "8910.4", 8, 3),
                story("degiro-account-dutch.csv", StatementFormat.DEGIRO_ACCOUNT, "8910.4", 5, 2),
                story("degiro-transactions.csv", StatementFormat.DEGIRO_TRANSACTIONS, "-1092", 2, 0),
                story("trading212.csv", StatementFormat.TRADING_212, "8910.4", 5, 0),
                story("trading212-2026.csv", StatementFormat.TRADING_212, "8910.4", 4, 0),
                story("revolut-invest.csv", StatementFormat.REVOLUT_INVEST, "8910.4", 4, 0),
                // 40,596 for half a coin; a fifth costs 16,238.40 and brings 17,732.46; a tenth leaves
                new Case(
                        "revolut-crypto.csv",
                        StatementFormat.REVOLUT_CRYPTO,
                        "BTC",
                        "0.2",
                        "16238.4",
                        "1494.06",
                        "-22863.54",
                        3,
                        0),
                story("ghostfolio.csv", StatementFormat.GHOSTFOLIO, "-1089.6", 3, 0),
                story("ghostfolio-synonyms.csv", StatementFormat.GHOSTFOLIO, "-1089.6", 3, 0),
                story("ghostfolio.json", StatementFormat.GHOSTFOLIO, "-1089.6", 3, 0),
                story("portfolio-performance.csv", StatementFormat.PORTFOLIO_PERFORMANCE, "8910.4", 5, 0),
                story("portfolio-performance-german.csv", StatementFormat.PORTFOLIO_PERFORMANCE, "8910.4", 5, 0),
                story("wealthfolio.csv", StatementFormat.WEALTHFOLIO, "8910.4", 4, 0),
                held("wealthfolio-holdings.csv", StatementFormat.WEALTHFOLIO_HOLDINGS, 2, 1),
                story("swissquote.csv", StatementFormat.SWISSQUOTE, "8910.4", 4, 0),
                story("etoro.csv", StatementFormat.ETORO, "8910.4", 4, 0),
                new Case("xtb.csv", StatementFormat.XTB, "AAPL.US", "6", "1110.6", "18.6", "8910.4", 4, 0),
                // 2,010 for 0.05: 0.02 cost 804 and bring 1,190, 0.01 cost 402 and bring 600
                new Case("coinbase.csv", StatementFormat.COINBASE, "BTC", "0.02", "804", "584", "9180", 7, 2),
                story("riskwatch-transactions.csv", StatementFormat.RISKWATCH_TRANSACTIONS, "8910.4", 4, 0),
                new Case(
                        "riskwatch-holdings.csv",
                        StatementFormat.RISKWATCH_HOLDINGS,
                        "AAPL",
                        "6",
                        "1110.6",
                        null,
                        "0",
                        1,
                        0));
    }

    private static Case held(String file, StatementFormat format, int booked, int ignored) {
        return new Case(file, format, "AAPL", "6", "1110.6", null, "8910.4", booked, ignored);
    }

    /** The brokers' files that lie in a folder {@code shared/brokers} beside or above the checkout, where there is one. */
    static Stream<Case> shared() {
        return Stream.of(
                        story("shared/schwab_transactions.csv", StatementFormat.SCHWAB_TRANSACTIONS, "8910.4", 4, 2),
                        story("shared/fidelity_history.csv", StatementFormat.FIDELITY_HISTORY, "8910.4", 4, 2),
                        story("shared/ghostfolio.csv", StatementFormat.GHOSTFOLIO, "-1089.6", 3, 0),
                        story(
                                "shared/ibkr_activity_statement.csv",
                                StatementFormat.IBKR_ACTIVITY_STATEMENT,
                                "8910.4",
                                4,
                                11),
                        story("shared/ibkr_flex_trades.csv", StatementFormat.IBKR_FLEX, "-1092", 2, 0),
                        story("shared/revolut_invest.csv", StatementFormat.REVOLUT_INVEST, "8910.4", 4, 0),
                        story("shared/trading212.csv", StatementFormat.TRADING_212, "8910.4", 4, 0),
                        story("shared/wealthfolio.csv", StatementFormat.WEALTHFOLIO, "8910.4", 4, 0))
                .filter(file ->
                        shared(file.file().substring("shared/".length())).isPresent());
    }

    private static Optional<Path> shared(String name) {
        for (var place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            var candidate = place.resolve("shared/brokers").resolve(name);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
