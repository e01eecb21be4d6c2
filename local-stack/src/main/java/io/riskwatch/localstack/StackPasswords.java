package io.riskwatch.localstack;

/**
 * Passwords of the servers.
 *
 * @param postgres of the superuser
 * @param rabbit of the user riskwatch
 * @param owner of the databases' owners
 * @param app of the services' roles
 */
record StackPasswords(String postgres, String rabbit, String owner, String app) {

    static StackPasswords random() {
        return new StackPasswords(Secrets.random(), Secrets.random(), Secrets.random(), Secrets.random());
    }
}
