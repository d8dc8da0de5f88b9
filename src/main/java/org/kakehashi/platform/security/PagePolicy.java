package org.kakehashi.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What browsers run and show on own pages: the product's files and nothing that stands in the text of a page. */
final class PagePolicy {

    /** Every style that the model viewer, bpmn-js 8, writes into a page; another one is not applied. */
    private static final Stream<String> STYLES_OF_THE_VIEWER = Stream.of(
            "visibility: hidden; position: fixed",
            "position: absolute; width: 0; height: 0;",
            "vertical-align:middle",
            "position: absolute; bottom: 15px; right: 15px; z-index: 100; color: #404040",
            "z-index: 1001;position: fixed;top: 0;left: 0;right: 0;bottom: 0",
            "width: 100%;height: 100%;background: rgba(40,40,40,0.2)",
            "position: absolute;left: 50%;top: 40%;transform: translate(-50%);width: 260px;padding: 10px;"
                    + "background: white;box-shadow: 0 1px 4px rgba(0,0,0,0.3);font-family: Helvetica, Arial, sans-serif;"
                    + "font-size: 14px;display: flex;line-height: 1.3",
            "margin: 15px 20px 15px 10px; align-self: center;color: #404040");

    static final String OWN_PAGES =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; style-src-attr 'unsafe-hashes' "
                    + STYLES_OF_THE_VIEWER.map(PagePolicy::hash).collect(Collectors.joining(" "))
                    + "; script-src 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'; base-uri 'none'";

    private PagePolicy() {}

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
