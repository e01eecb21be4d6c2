package io.riskwatch.localstack;

import io.riskwatch.localstack.process.Ports;

/** The servers' ports on 127.0.0.1. */
record StackPorts(int postgres, int redis, int rabbit, int mongo) {

    /** Whatever is free now: for tests. */
    static StackPorts free() {
        return new StackPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free());
    }

    /** The same at every start as long as nobody else takes them, and none that an installed server would use. */
    static StackPorts usual() {
        return new StackPorts(
                Ports.preferring(25432), Ports.preferring(26379), Ports.preferring(25672), Ports.preferring(27018));
    }
}
