package org.kakehashi.documents.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.kakehashi.Multipart;
import org.kakehashi.Staff;

/** Somebody who sends and fetches files over REST. */
final class Sender {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final String user;

    Sender(int port, String user) {
        this.port = port;
        this.user = user;
    }

    HttpResponse<String> send(String path, String fileName, byte[] content, Map<String, String> fields) {
        return exchange(
                request(path)
                        .header("Content-Type", Multipart.CONTENT_TYPE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Multipart.of(fileName, content, fields))),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> fetch(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return user.isEmpty()
                ? request
                : request.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (user + ":" + Staff.PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    private static <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
