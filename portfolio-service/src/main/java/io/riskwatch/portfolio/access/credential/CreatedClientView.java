package io.riskwatch.portfolio.access.credential;

/** An API client as its owner sees it once. */
record CreatedClientView(String clientId, String clientSecret, String name) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "CreatedClientView[clientId=" + clientId + "]";
    }
}
