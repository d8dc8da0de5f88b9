package org.kakehashi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at a browser without scripts: keeps cookies, does not follow redirects unasked, signs in by the form. */
public class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String product;
    private String credentials = "";

    public Visitor(int port) {
        this("http://localhost:" + port);
    }

    /** @param product such as {@code http://127.0.0.1:8080} */
    public Visitor(String product) {
        this.product = product;
    }

    /** Signs in with the password of {@link Staff}. */
    public Visitor signIn(String user) {
        HttpResponse<String> answer = submit("/login", "/login", "username=" + user + "&password=" + Staff.PASSWORD);
        if (answer.headers().firstValue("Location").orElse("error").contains("error")) {
            throw new AssertionError(user + " could not sign in: " + answer.statusCode());
        }
        return this;
    }

    /** Comes as a program does, with the user's name and password in each request. */
    public Visitor asProgramOf(String user) {
        credentials = "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + Staff.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public HttpResponse<String> open(String address) {
        return send(request(address).header("Accept", "text/html").GET());
    }

    public HttpResponse<String> fetch(String address) {
        return send(request(address).header("Accept", "application/json").GET());
    }

    /** Goes anywhere, also to another site. */
    public HttpResponse<String> open(URI address) {
        return open(address.toString());
    }

    /** Sends fields past any form, hence without a token. */
    public HttpResponse<String> post(String address, String fields) {
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    /** Asks as a program does, with name and password. */
    public HttpResponse<String> fetchAs(String user, String password, String address) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(
                request(address).header("Authorization", "Basic " + credentials).GET());
    }

    /** Sends anything, without a token. */
    public HttpResponse<String> send(String method, String address, String contentType, String body) {
        return send(request(address)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends JSON as Camunda's web applications do, with their token. */
    public HttpResponse<String> sendWithCamundasToken(String address, String body) {
        return send(request(address)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The value of a cookie that the product has set. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Comes with a cookie that somebody else has put into the browser. */
    public Visitor withCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(product), cookie);
        return this;
    }

    /** Submits a form that stands on a page, with the page's token. */
    public HttpResponse<String> submit(String page, String action, String fields) {
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields + "&_csrf=" + token(page))));
    }

    /** Submits a form with a file that stands on a page, with the page's token. */
    public HttpResponse<String> upload(
            String page, String action, String fileName, String content, Map<String, String> fields) {
        return upload(page, action, fileName, content, fields, "file");
    }

    /** The same, under the name of the form's own field. */
    public HttpResponse<String> upload(
            String page, String action, String fileName, String content, Map<String, String> fields, String field) {
        return upload(page, action, content.getBytes(StandardCharsets.UTF_8), fileName, fields, field);
    }

    /** The same with a file that is no text. */
    public HttpResponse<String> upload(
            String page, String action, byte[] content, String fileName, Map<String, String> fields, String field) {
        return send(request(action + "?_csrf=" + token(page))
                .header("Content-Type", Multipart.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Multipart.of(field, fileName, content, fields))));
    }

    private String token(String page) {
        Matcher token = TOKEN.matcher(open(page).body());
        if (!token.find()) {
            throw new AssertionError("No form on " + page);
        }
        return URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String address) {
        var request = HttpRequest.newBuilder(URI.create(product).resolve(address));
        return credentials.isEmpty() ? request : request.header("Authorization", credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
