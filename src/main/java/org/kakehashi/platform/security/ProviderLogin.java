package org.kakehashi.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Signing in with an identity provider (OpenID Connect, authorization code with PKCE), where Spring's own properties below
 * {@code spring.security.oauth2.client} name one.
 */
@Component
class ProviderLogin {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderLogin.class);
    private static final String BEGIN = "/oauth2/authorization";
    private static final Set<String> EXPLAINED =
            Set.of(ProviderAccounts.NO_GROUP, ProviderAccounts.NAME_TAKEN, ProviderAccounts.NAME_UNFIT);

    private final ObjectProvider<ClientRegistrationRepository> providers;
    private final ProviderAccounts accounts;
    private final ProviderSessions sessions;

    ProviderLogin(
            ObjectProvider<ClientRegistrationRepository> providers,
            ProviderAccounts accounts,
            ProviderSessions sessions) {
        this.providers = providers;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** Asks a provider who it is when somebody first signs in: it need not be there when the application starts. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnOAuth2ClientRegistrationProperties
    @EnableConfigurationProperties(OAuth2ClientProperties.class)
    static class Providers {

        @Bean
        SupplierClientRegistrationRepository providers(OAuth2ClientProperties properties) {
            return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                    new ArrayList<>(new OAuth2ClientPropertiesMapper(properties)
                            .asClientRegistrations()
                            .values())));
        }
    }

    void open(HttpSecurity http) throws Exception {
        ClientRegistrationRepository known = providers.getIfAvailable();
        if (known == null) {
            return;
        }
        http.oauth2Login(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/")
                        .failureHandler(ProviderLogin::refuse)
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(withProofKey(known)))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users())))
                .oidcLogout(logout -> logout.backChannel(channel -> channel.logoutHandler(sessions)))
                .logout(logout -> logout.logoutSuccessHandler(atTheProviderToo(known)));
    }

    private OAuth2UserService<OidcUserRequest, OidcUser> users() {
        var provider = new OidcUserService();
        return request -> {
            ProviderUser user = accounts.account(provider.loadUser(request));
            if (user.getAuthorities().isEmpty()) {
                throw ProviderAccounts.refused(ProviderAccounts.NO_GROUP);
            }
            return user;
        };
    }

    private static OAuth2AuthorizationRequestResolver withProofKey(ClientRegistrationRepository known) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(known, BEGIN);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    /** Goes on to the provider by a page, since a form may not be led to another site. */
    private static OidcClientInitiatedLogoutSuccessHandler atTheProviderToo(ClientRegistrationRepository known) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(known);
        handler.setDefaultTargetUrl("/login?signed-out");
        handler.setPostLogoutRedirectUri("{baseUrl}/login?signed-out");
        handler.setRedirectStrategy((request, response, address) -> {
            if (address.startsWith("/")) {
                response.sendRedirect(address);
            } else {
                onward(request, response, address);
            }
        });
        return handler;
    }

    private static void onward(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        response.setHeader("Refresh", "0; url=" + address);
        request.setAttribute("onward", address);
        try {
            request.getRequestDispatcher("/signed-out").forward(request, response);
        } catch (ServletException e) {
            throw new IOException(e);
        }
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : "provider";
        if (!EXPLAINED.contains(code)) {
            LOG.warn("A sign-in with an identity provider failed: {}", code, failure);
        }
        response.sendRedirect("/login?refused=" + (EXPLAINED.contains(code) ? code : "provider"));
    }
}
