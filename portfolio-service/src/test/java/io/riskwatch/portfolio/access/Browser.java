package io.riskwatch.portfolio.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser in front of the authorization server: cookies, forms, redirects followed by hand, an address of its own. */
public final class Browser {

    public static final String CALLBACK = "http://localhost:8080/login/oauth2/code/riskwatch";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String VERIFIER = "a-code-verifier-of-at-least-forty-three-characters-long";
    private static final JsonMapper JSON = new JsonMapper();

    private final String server;
    private final String from;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Browser(String server) {
        this(
                server,
                "2001:db8:" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff) + ":"
                        + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff) + "::1");
    }

    /** A browser at the given address, as the gateway's X-Forwarded-For would tell. */
    public Browser(String server, String from) {
        this.server = server;
        this.from = from;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    /** Follows redirects within the server; answers the first response that is none. */
    public HttpResponse<String> follow(HttpResponse<String> response) {
        HttpResponse<String> current = response;
        while (current.statusCode() / 100 == 3 && !location(current).startsWith(CALLBACK)) {
            current = get(pathOf(location(current)));
        }
        return current;
    }

    /** Opens the form, fills it and sends it with its CSRF token. */
    public HttpResponse<String> submit(String formPath, Map<String, String> fields) {
        Map<String, String> form = new java.util.HashMap<>(fields);
        form.put("_csrf", csrf(get(formPath).body()));
        return post(formPath, form);
    }

    /** The authorize request as the gateway makes it. */
    public static String authorize(Map<String, String> more) {
        Map<String, String> parameters = new java.util.LinkedHashMap<>(Map.of(
                "response_type", "code",
                "client_id", "gateway",
                "scope", "openid riskwatch",
                "state", "some-state",
                "nonce", "some-nonce",
                "redirect_uri", CALLBACK,
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
        parameters.putAll(more);
        return "/auth/oauth2/authorize?" + encode(parameters);
    }

    /** Exchanges the code in a redirect to the gateway for tokens, as the gateway does. */
    public JsonNode exchange(HttpResponse<String> redirectToGateway, String gatewaySecret) {
        return token(
                "gateway",
                gatewaySecret,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        parameter(location(redirectToGateway), "code"),
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        VERIFIER));
    }

    /** Revokes a token as the gateway does; answers the status. */
    public int revoke(String token, String gatewaySecret) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/auth/oauth2/revoke"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("gateway:" + gatewaySecret).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(Map.of("token", token))))
                .build();
        try (HttpClient plain = HttpClient.newHttpClient()) {
            return plain.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A token request, without cookies; the answer's status is added as {@code status}. */
    public JsonNode token(String clientId, String secret, Map<String, String> form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/auth/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        try (HttpClient plain = HttpClient.newHttpClient()) {
            HttpResponse<String> response = plain.send(request, HttpResponse.BodyHandlers.ofString());
            var body = (tools.jackson.databind.node.ObjectNode) JSON.readTree(response.body());
            return body.put("status", response.statusCode());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode claims(String jwt) {
        return JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
    }

    public static String csrf(String page) {
        Matcher found = CSRF.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no CSRF token in: " + page);
        }
        return found.group(1);
    }

    public static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    public static String parameter(String uri, String name) {
        return Arrays.stream(URI.create(uri).getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    public String sessionId() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("RW_AUTH"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Accept", "text/html")
                .header("X-Forwarded-For", from);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String pathOf(String location) {
        URI uri = URI.create(location);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
