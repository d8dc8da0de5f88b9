package org.kakehashi.portal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** The addresses of the portal's style and script, which change with what is in them. */
@Component
class PortalFiles {

    static final String ADDRESS = "/assets/portal/";
    static final String FOLDER = "portal/assets/";

    private final String style = address("portal.css");
    private final String script = address("portal.js");

    private static String address(String name) {
        try (var content = new ClassPathResource(FOLDER + name).getInputStream()) {
            return ADDRESS + name + "?v=" + DigestUtils.md5DigestAsHex(content).substring(0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String style() {
        return style;
    }

    public String script() {
        return script;
    }
}
