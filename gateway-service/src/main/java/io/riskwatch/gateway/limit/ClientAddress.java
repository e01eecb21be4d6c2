package io.riskwatch.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The address a request is counted under: the peer's, or what the proxies of this installation say. What a client
 * writes into X-Forwarded-For itself never counts. IPv6 is counted by the /64 that one customer gets.
 */
@Component
public class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private final int proxies;

    ClientAddress(LimitSettings settings) {
        this.proxies = settings.proxies();
    }

    public String of(ServerWebExchange exchange) {
        if (proxies > 0) {
            List<String> hops = exchange.getRequest().getHeaders().getValuesAsList("X-Forwarded-For").stream()
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .map(String::trim)
                    .toList();
            if (hops.size() >= proxies) {
                return hops.get(hops.size() - proxies);
            }
        }
        InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
        return peer == null || peer.getAddress() == null ? "unknown" : network(peer.getAddress());
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address && !address.isLoopbackAddress()
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
