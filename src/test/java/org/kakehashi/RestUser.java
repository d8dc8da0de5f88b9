package org.kakehashi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A person or a program that speaks to the application over REST, with the password of {@link Staff} unless another is given. */
public final class RestUser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final String name;
    private final String password;

    /** @param address such as {@code http://127.0.0.1:8080} */
    public RestUser(String address, String name) {
        this(address, name, Staff.PASSWORD);
    }

    public RestUser(String address, String name, String password) {
        this.address = address;
        this.name = name;
        this.password = password;
    }

    public JsonNode get(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    public JsonNode post(String path, Object body) {
        return send("POST", path, "application/json", json(body));
    }

    public JsonNode put(String path, Object body) {
        return send("PUT", path, "application/json", json(body));
    }

    public JsonNode post(String path, String contentType, byte[] body) {
        return send("POST", path, contentType, BodyPublishers.ofByteArray(body));
    }

    private JsonNode send(String method, String path, String contentType, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Basic " + base64(name + ":" + password))
                .header("Content-Type", contentType)
                .method(method, body)
                .build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode())
                    .as("%s %s by %s: %s", method, path, name, new String(answer.body(), StandardCharsets.UTF_8))
                    .isBetween(200, 299);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
