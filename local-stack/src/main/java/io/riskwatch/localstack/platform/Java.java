package io.riskwatch.localstack.platform;

import java.nio.file.Path;

/** The Java of this JVM. */
final class Java {

    private Java() {}

    static String program() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }
}
