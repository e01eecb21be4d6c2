package io.riskwatch.portfolio.holding;

import static io.riskwatch.portfolio.Ledgers.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.portfolio.Scope;
import io.riskwatch.portfolio.transaction.LedgerParts;
import io.riskwatch.portfolio.transaction.Transactions;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of a ledger never says anything else than the ledger, whatever happens to it, in any replica. */
class LedgerCacheIT extends PortfolioServiceIT {

    @Autowired
    private Portfolios portfolios;

    @Autowired
    private PortfolioAccounts accounts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private LedgerParts parts;

    @Autowired
    private LongLedgers longLedgers;

    @Autowired
    private PlatformTransactionManager manager;

    private TestCaller caller;
    private RestTestClient client;
    private Ledgers ledgers;
    private UUID portfolio;
    private String base;
    private UUID main;
    private UUID broker;
    private HoldingHistories histories;
    private Holdings holdings;

    @BeforeEach
    void aLedgerWithTwoAccountsAndTheCacheOfAReplica() {
        caller = callers.inNewOrganisation();
        client = http(caller);
        ledgers = new Ledgers(client);
        portfolio = UUID.fromString(ledgers.newPortfolio());
        base = "/api/v1/portfolios/" + portfolio;
        main = id(ledgers.get(base + "/accounts").get("items").get(0).get("id").stringValue());
        broker = id(body(ledgers.post(
                        base + "/accounts", "{\"name\":\"Broker\",\"kind\":\"MARGIN\",\"shortsAllowed\":true}"))
                .get("id")
                .stringValue());
        var cache = new LedgerCache(parts, transactions, longLedgers);
        histories = new HoldingHistories(portfolios, accounts, transactions, cache);
        holdings = new Holdings(portfolios, accounts, transactions, cache);
        ledgers.imported(portfolio.toString(), """
            date,type,symbol,quantity,price,currency,fee,amount,note
            2024-01-01,DEPOSIT,,,,USD,,20000,
            2024-01-02,BUY,ORBX,10,100,USD,1,,
            2024-01-02,FEE,,,,USD,,3,
            2024-01-03,BUY,RHNE,8,150,EUR,,,
            2024-02-01,DIVIDEND,ORBX,,,USD,,7,
            2024-03-01,SELL,ORBX,2,120,USD,1,,
            """);
        agree();
    }

    @Test
    void afterEveryKindOfChangeItSaysWhatTheLedgerSays() {
        var backdated = booked("{'date':'2024-01-15','type':'BUY','symbol':'ORBX','quantity':'5','price':'90'}");
        var sold = booked("{'date':'2024-02-10','type':'SELL','symbol':'QNTL','quantity':'3','price':'40',"
                + "'accountId':'" + broker + "'}");
        booked("{'date':'2024-02-11','type':'TRANSFER','symbol':'ORBX','quantity':'4','toAccountId':'" + broker + "'}");
        booked("{'date':'2024-01-20','type':'WITHDRAWAL','currency':'USD','amount':'50'}");
        var other = booked("{'date':'2024-01-16','type':'BUY','symbol':'RHNE','quantity':'1','price':'151'}");
        booked("{'date':'2024-03-05','type':'SPIN_OFF','symbol':'ORBX','newSymbol':'QNTL','quantity':'1',"
                + "'quantityPer':'4','basisFraction':'0.2'}");
        booked("{'date':'2024-01-10','type':'BUY','symbol':'QNTL','quantity':'2','price':'11'}");
        changed(backdated, "{'date':'2024-01-17','type':'BUY','symbol':'ORBX','quantity':'6','price':'91'}");
        // both change places with nobody asking between: each side has as many rows, one the same sum of versions
        change(
                backdated,
                "{'date':'2024-01-17','type':'BUY','symbol':'RHNE','quantity':'6','price':'91','currency':'EUR'}");
        changed(
                other,
                "{'date':'2024-01-18','type':'BUY','symbol':'ORBX','quantity':'2','price':'151','currency':'USD'}");
        deleted(sold);
        deleted(backdated);
        var batch = ledgers.imported(
                portfolio.toString(),
                "date,type,symbol,quantity,price,currency\n"
                        + "2023-12-31,BUY,ORBX,1,80,USD\n2024-05-01,BUY,RHNE,1,160,EUR\n");
        agree();
        client.delete()
                .uri(base + "/imports/" + batch)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        agree();
    }

    @Test
    void whatWasTakenBackIsNotRemembered() {
        var purchase = booked("{'date':'2024-01-15','type':'BUY','symbol':'ORBX','quantity':'5','price':'90'}");
        as(() -> new TransactionTemplate(manager).execute(status -> {
            jdbc.sql("update ledger_transaction set quantity = 99, version = version + 1 where id = ?")
                    .param(purchase)
                    .update();
            assertThat(histories.of(portfolio)).usingRecursiveComparison().isEqualTo(scratch(null));
            status.setRollbackOnly();
            return true;
        }));

        changed(purchase, "{'date':'2024-01-15','type':'BUY','symbol':'ORBX','quantity':'7','price':'90'}");
    }

    @Test
    void questionsAmongBookingsAndCorrectionsAreAnsweredAndTheLastOneRightly() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> asking = () -> {
                for (var i = 0; i < 25; i++) {
                    as(() -> readOnly(() -> histories.of(portfolio)));
                    as(() -> readOnly(() -> holdings.of(portfolio)));
                }
                return true;
            };
            Callable<Boolean> booking = () -> {
                for (var i = 0; i < 8; i++) {
                    var one = record("{'date':'2024-01-%02d','type':'BUY','symbol':'%s','quantity':'1','price':'9'}"
                            .formatted(5 + i, i % 2 == 0 ? "ORBX" : "RHNE"));
                    if (i % 3 == 0) {
                        client.delete().uri(base + "/transactions/" + one).exchange();
                    }
                }
                return true;
            };
            for (var done : threads.invokeAll(List.of(asking, booking, asking, booking))) {
                assertThat(done.get()).isTrue();
            }
        }
        agree();
        // twice eight, and twice three of them gone again
        assertThat(as(() -> readOnly(() ->
                        transactions.list(portfolio, java.util.Optional.empty(), java.util.Optional.empty(), 100))))
                .hasSize(6 + 16 - 6);
    }

    private UUID booked(String json) {
        var id = record(json);
        agree();
        return id;
    }

    private UUID record(String json) {
        return id(body(ledgers.record(portfolio.toString(), json.replace('\'', '"'))
                        .expectStatus()
                        .isCreated())
                .get("id")
                .stringValue());
    }

    private void changed(UUID transaction, String json) {
        change(transaction, json);
        agree();
    }

    private void change(UUID transaction, String json) {
        ledgers.put(base + "/transactions/" + transaction, json.replace('\'', '"'))
                .expectStatus()
                .isOk();
    }

    private void deleted(UUID transaction) {
        client.delete()
                .uri(base + "/transactions/" + transaction)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        agree();
    }

    /** The kept answers over all accounts and over each, against the ledger played from its first row. */
    private void agree() {
        as(() -> readOnly(() -> {
            for (var account : new UUID[] {null, main, broker}) {
                assertThat(histories.of(new Scope(portfolio, account)))
                        .usingRecursiveComparison()
                        .isEqualTo(scratch(account));
            }
            var ledger = transactions.replay(portfolio);
            var held = holdings.of(Scope.all(portfolio), LotMethod.FIFO, LocalDate.MAX);
            assertThat(held.positions()).isEqualTo(ledger.positions());
            assertThat(held.cash()).isEqualTo(ledger.cash());
            return true;
        }));
    }

    private HoldingHistory scratch(UUID account) {
        var recorder = new HoldingRecorder(transactions.rules(portfolio), account);
        transactions.forEach(portfolio, recorder::play);
        return recorder.answer();
    }

    private <T> T readOnly(Supplier<T> work) {
        var reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        return reading.execute(status -> work.get());
    }

    private <T> T as(Supplier<T> work) {
        return Tenancy.as(caller.organisationId(), work::get);
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }
}
