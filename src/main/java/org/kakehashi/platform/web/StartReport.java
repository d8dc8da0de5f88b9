package org.kakehashi.platform.web;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends the start by saying where to go. */
@Component
class StartReport {

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void report(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null) {
            String at = "http://localhost:" + web.getWebServer().getPort();
            System.out.printf(
                    "%n  Kakehashi is ready in %d seconds.%n%n"
                            + "    Portal       %s/portal%n"
                            + "    Start page   %s/%n"
                            + "    Tasklist     %s/camunda/app/tasklist/%n"
                            + "    Cockpit      %s/camunda/app/cockpit/%n"
                            + "    REST         %s/api/docs, %s/engine-rest%n%n",
                    ready.getTimeTaken().toSeconds(), at, at, at, at, at, at);
        }
    }
}
