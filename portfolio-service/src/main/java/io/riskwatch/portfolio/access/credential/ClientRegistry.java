package io.riskwatch.portfolio.access.credential;

/** Where the authorization server keeps its clients. */
public interface ClientRegistry {

    /** Registers a program that gets tokens by its own secret. */
    void register(String clientId, String secret, String name);
}
