package io.riskwatch.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;

class RequestFirewallTest {

    /** One of each sort: printable, Latin, beyond the first plane, tab, controls of both blocks, unassigned, half a pair. */
    private static final List<String> TEXTS = List.of(
            "Bearer abc.def-_~+/=",
            "",
            "é",
            "\uD83D\uDE00",
            "a\tb",
            "a\u0000b",
            "a\rb",
            "a\nb",
            "\u007f",
            "\u0085",
            "\u0378",
            "\uD83D",
            "\u200B",
            "\uFFFF");

    private final ServerWebExchangeFirewall ours = new RequestFirewall();
    private final ServerWebExchangeFirewall springs = new StrictServerWebExchangeFirewall();

    @Test
    void headersAreJudgedAsByTheStrictFirewall() {
        for (String text : TEXTS) {
            assertThat(passes(ours, "X-Note", text))
                    .as("value \"%s\"", text)
                    .isEqualTo(passes(springs, "X-Note", text));
            String name = "X" + text;
            assertThat(passes(ours, name, "1")).as("name \"%s\"", name).isEqualTo(passes(springs, name, "1"));
        }
        assertThat(passes(ours, "X-Note", "fine")).isTrue();
        assertThat(passes(ours, "X-Note", "a\nb")).isFalse();
    }

    private static boolean passes(ServerWebExchangeFirewall firewall, String name, String value) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/").header(name, value));
        try {
            var headers = firewall.getFirewalledExchange(exchange)
                    .block()
                    .getRequest()
                    .getHeaders();
            headers.getFirst(name);
            headers.getFirst("Absent");
            headers.headerNames();
            return true;
        } catch (ServerExchangeRejectedException e) {
            return false;
        }
    }
}
