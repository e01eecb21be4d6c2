package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.paging.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places in the lists of clients. A name may have any character, so it is wrapped. */
final class ClientCursor {

    private ClientCursor() {}

    static Optional<Clients.Place> byName(@Nullable String cursor) {
        return Cursor.parse(
                cursor, 2, key -> new Clients.Place(unwrapped(key.getFirst()), UUID.fromString(key.getLast())));
    }

    static Cursor byName(Client client) {
        return Cursor.of(wrapped(client.name()), client.id());
    }

    static Optional<ClientOrder.Place> byPlace(@Nullable String cursor) {
        return Cursor.parse(
                cursor,
                3,
                key -> new ClientOrder.Place(
                        Double.parseDouble(key.getFirst()), unwrapped(key.get(1)), UUID.fromString(key.getLast())));
    }

    static Cursor byPlace(ClientOrder.Place place) {
        return Cursor.of(place.rank(), wrapped(place.name()), place.id());
    }

    private static String wrapped(String name) {
        return Base64.getUrlEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String unwrapped(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
