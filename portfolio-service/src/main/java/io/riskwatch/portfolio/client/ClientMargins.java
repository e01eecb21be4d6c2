package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.margin.account.MarginReading;
import io.riskwatch.portfolio.margin.account.Margins;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Service;

/** How many clients stand, a few read at a time. Not for use inside a database transaction. */
@Service
class ClientMargins {

    /** A third of the database connections one replica has. */
    private static final int AT_A_TIME = 3;

    private final Margins margins;

    ClientMargins(Margins margins) {
        this.margins = margins;
    }

    MarginReading of(Client client) {
        return margins.of(client.portfolioId());
    }

    /** By client; one whose account is no margin account any more, or that was deleted meanwhile, is absent. */
    Map<UUID, MarginReading> of(List<Client> clients) {
        var organisation = Portfolios.organisation();
        var places = new Semaphore(AT_A_TIME);
        var found = new ConcurrentHashMap<UUID, MarginReading>();
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = clients.stream()
                    .map(client -> tasks.submit(new DelegatingSecurityContextRunnable(() -> {
                        places.acquireUninterruptibly();
                        try {
                            Tenancy.as(organisation, () -> read(client, found));
                        } finally {
                            places.release();
                        }
                    })))
                    .toList();
            all.forEach(ClientMargins::await);
        }
        return Map.copyOf(found);
    }

    private void read(Client client, Map<UUID, MarginReading> found) {
        try {
            found.put(client.id(), of(client));
        } catch (ProblemException e) {
            if (e.status() != HttpStatus.NOT_FOUND) {
                throw e;
            }
        }
    }

    private static void await(Future<?> reading) {
        try {
            reading.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the margins of clients were read", e);
        }
    }
}
