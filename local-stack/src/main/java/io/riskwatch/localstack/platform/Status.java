package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.platform.RunState.Component;
import java.util.List;

/** How the components of a running platform do, seen from outside of its launcher. */
final class Status {

    /** A component and what is found of it now. */
    record Finding(Component component, String health) {
        boolean good() {
            return health.equals(Health.UP);
        }

        String line() {
            String pid = component.pid() < 0 ? "-" : Long.toString(component.pid());
            return String.format(
                    "  %-20s %-8s pid %-8s port %-6d %s",
                    component.name(), good() ? "running" : "FAILED", pid, component.port(), health);
        }
    }

    private Status() {}

    static List<Finding> of(RunState state) {
        return state.components().parallelStream()
                .map(component -> new Finding(component, health(component)))
                .toList();
    }

    private static String health(Component component) {
        if (component.pid() >= 0 && !RunState.isAlive(component.pid())) {
            return "not running: the process is gone";
        }
        return component.service() ? Health.ofService(component.port()) : Health.ofServer(component.port());
    }
}
