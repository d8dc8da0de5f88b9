package org.kakehashi;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests that no well-behaved client would send, byte by byte. */
public final class RawHttp {

    private RawHttp() {}

    /** The whole answer, headers and body, to a GET of exactly this address. */
    public static String get(int port, String address, String... headers) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            String head = "GET " + address + " HTTP/1.1\r\nConnection: close\r\n"
                    + (headers.length == 0 ? "Host: localhost:" + port : String.join("\r\n", headers)) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
