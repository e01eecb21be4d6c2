package io.riskwatch.localstack.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment variables of a service's process: the one place that knows them, for {@code up}, for the system tests and for the
 * check of the compose file.
 *
 * @param publicUrl where browsers find the gateway; the issuer of the tokens
 * @param ports of all services
 * @param secrets of the platform
 * @param profiles the active Spring profiles, may be empty
 * @param user the variables of whoever starts the platform; a service is given those it leaves to the user
 */
public record ServiceEnvironment(
        URI publicUrl, ServicePorts ports, ServiceSecrets secrets, String profiles, Map<String, String> user) {

    private static final String LOOPBACK = "127.0.0.1";

    /** All variables of the service, given the Spring properties that lead to its servers. */
    public Map<String, String> of(Service service, Map<String, String> connections) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SERVER_PORT", Integer.toString(ports.of(service)));
        environment.put("SERVER_ADDRESS", LOOPBACK);
        environment.put("SPRING_PROFILES_ACTIVE", profiles);
        environment.put("RISKWATCH_PUBLIC_URL", publicUrl.toString());
        environment.put("RISKWATCH_PORTFOLIO_URL", internalUrl(Service.PORTFOLIO));
        environment.put("RISKWATCH_MARKETDATA_URL", internalUrl(Service.MARKETDATA));
        environment.put("RISKWATCH_BILLING_URL", internalUrl(Service.BILLING));
        connections.forEach((property, value) -> {
            if (service.needs().stream().anyMatch(need -> need.covers(property))) {
                environment.put(variable(property), value);
            }
        });
        switch (service) {
            case PORTFOLIO -> {
                environment.put("RISKWATCH_GATEWAY_SECRET", secrets.gateway());
                environment.put("RISKWATCH_WORKER_SECRET", secrets.worker());
                environment.put("RISKWATCH_LOCAL_CLI_SECRET", secrets.localCli());
                environment.put("RISKWATCH_KEY_SECRET", secrets.key());
            }
            case GATEWAY -> environment.put("RISKWATCH_GATEWAY_SECRET", secrets.gateway());
            case WORKER -> environment.put("RISKWATCH_WORKER_SECRET", secrets.worker());
            case MARKETDATA, BILLING -> {}
        }
        user.forEach((name, value) -> {
            if (service.leftToUser().contains(name)) {
                environment.put(name, value);
            }
        });
        return environment;
    }

    private String internalUrl(Service service) {
        return "http://" + LOOPBACK + ":" + ports.of(service);
    }

    /** The environment variable of a Spring property. */
    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
