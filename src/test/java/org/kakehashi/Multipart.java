package org.kakehashi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a browser sends for a form with one file. */
public final class Multipart {

    private static final String BOUNDARY = "boundary-of-the-test";

    public static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private Multipart() {}

    public static byte[] of(String fileName, byte[] content, Map<String, String> fields) {
        return of("file", fileName, content, fields);
    }

    /** @param field that the file was chosen in */
    public static byte[] of(String field, String fileName, byte[] content, Map<String, String> fields) {
        var body = new ByteArrayOutputStream(content.length + 1000);
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
