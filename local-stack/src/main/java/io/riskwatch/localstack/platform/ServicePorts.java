package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.process.Ports;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The port of each service on this machine. */
public record ServicePorts(Map<Service, Integer> byService) {

    public ServicePorts {
        byService = Map.copyOf(byService);
    }

    /** The documented ports, or the same distances from another gateway port. */
    public static ServicePorts from(int gateway) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, service.usualPort() - Service.GATEWAY.usualPort() + gateway);
        }
        return new ServicePorts(ports);
    }

    /** Whatever is free now, so that a test platform runs beside somebody's own. */
    public static ServicePorts free() {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, Ports.free());
        }
        return new ServicePorts(ports);
    }

    public int of(Service service) {
        return Objects.requireNonNull(byService.get(service));
    }
}
