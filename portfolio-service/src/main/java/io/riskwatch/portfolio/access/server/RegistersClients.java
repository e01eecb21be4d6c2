package io.riskwatch.portfolio.access.server;

import io.riskwatch.portfolio.access.AccessSettings;
import io.riskwatch.service.tenancy.Tenancy;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** At every start, before the service says it is ready: the clients as the settings have them, one replica at a time. */
@Component
class RegistersClients implements ApplicationRunner {

    private static final long LOCK = 0x5257_434C_4E54L; // "RWCLNT"

    private final ServiceClients clients;
    private final LocalDemo localDemo;
    private final AccessSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RegistersClients(
            ServiceClients clients,
            LocalDemo localDemo,
            AccessSettings settings,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.clients = clients;
        this.localDemo = localDemo;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Tenancy.as(
                LocalDemo.ORGANISATION,
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("select pg_advisory_xact_lock(?)")
                            .param(LOCK)
                            .query()
                            .listOfRows();
                    clients.registerGateway();
                    clients.registerWorker();
                    String secret = settings.localCliSecret();
                    if (secret == null) {
                        jdbc.sql("delete from oauth2_registered_client where client_id = ?")
                                .param(ServiceClients.LOCAL_CLI)
                                .update();
                    } else {
                        clients.registerLocalCli(secret);
                        localDemo.ensure();
                    }
                }));
    }
}
