package org.kakehashi.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which session an identity provider began, so that it can end it on every node (OpenID Connect Back-Channel Logout): the
 * one session that the logout token names, or all of the subject where it names none.
 */
@Component
@Transactional
class ProviderSessions implements OidcSessionRegistry, LogoutHandler {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProviderSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation begun) {
        OidcUser user = begun.getPrincipal();
        jdbc.sql("INSERT INTO provider_session (session_id, issuer, subject, sid, begun_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        begun.getSessionId(),
                        user.getIssuer().toString(),
                        user.getSubject(),
                        user.getClaimAsString("sid"),
                        Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            removeSessionInformation(token);
        }
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        jdbc.sql("DELETE FROM spring_session WHERE session_id IN (SELECT session_id FROM provider_session"
                        + " WHERE issuer = :issuer AND CASE WHEN :sid::text IS NULL THEN subject = :subject"
                        + " ELSE sid = :sid END)")
                .param("issuer", token.getIssuer().toString())
                .param("sid", token.getSessionId())
                .param("subject", token.getSubject())
                .update();
        return List.of();
    }

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String sessionId) {
        return null;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        jdbc.sql("DELETE FROM provider_session WHERE begun_at < ? AND NOT EXISTS"
                        + " (SELECT FROM spring_session WHERE spring_session.session_id = provider_session.session_id)")
                .param(Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .update();
    }
}
