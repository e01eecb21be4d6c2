package io.riskwatch.localstack.platform;

import io.riskwatch.localstack.SecretStore;
import io.riskwatch.localstack.Secrets;

/**
 * What services prove to each other who they are with.
 *
 * @param gateway of the OAuth client {@code gateway}
 * @param worker of the OAuth client {@code analytics-worker}
 * @param localCli of the OAuth client {@code local-cli}, which is the local demo user
 * @param key encrypts the signing keys at rest
 */
public record ServiceSecrets(String gateway, String worker, String localCli, String key) {

    /** The secrets that the store keeps for this clone. */
    static ServiceSecrets of(SecretStore store) {
        return new ServiceSecrets(store.get("gateway"), store.get("worker"), store.get("local-cli"), store.get("key"));
    }

    /** Secrets for one run. */
    public static ServiceSecrets random() {
        return new ServiceSecrets(Secrets.random(), Secrets.random(), Secrets.random(), Secrets.random());
    }
}
