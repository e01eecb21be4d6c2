package io.riskwatch.portfolio.access;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request comes from, as far as limits are concerned: one IPv4 address, or one IPv6 network of 64 bits. */
public final class ClientAddress {

    private static final int GROUPS_OF_A_NETWORK = 4;

    private ClientAddress() {}

    public static String of(HttpServletRequest request) {
        return network(request.getRemoteAddr());
    }

    static String network(String address) {
        if (address.indexOf(':') < 0 || address.startsWith("::")) {
            return address;
        }
        String[] groups = address.split(":", -1);
        var network = new StringBuilder();
        for (int i = 0; i < Math.min(GROUPS_OF_A_NETWORK, groups.length) && !groups[i].isEmpty(); i++) {
            network.append(groups[i]).append(':');
        }
        return network.append(':').toString();
    }
}
