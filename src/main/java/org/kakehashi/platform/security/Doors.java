package org.kakehashi.platform.security;

import static org.springframework.security.web.util.matcher.RegexRequestMatcher.regexMatcher;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.Map;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The product's doors, each closed unless opened here: REST by password or key on each request, Camunda's web applications and
 * the own pages by one session.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();
    private static final String[] SEE_VARIABLES = {Roles.MANAGERS, Roles.SUPERVISORS, Roles.ADMINISTRATORS};
    private static final String[] PEOPLE = {
        Roles.ADVISERS, Roles.REGISTRARS, Roles.LEGAL, Roles.MANAGERS, Roles.SUPERVISORS, Roles.ADMINISTRATORS
    };
    private static final String[] IMPORT = {Roles.REGISTRARS, Roles.ADMINISTRATORS};
    private static final String[] REASSIGN = {Roles.MANAGERS, Roles.ADMINISTRATORS};

    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http, KeyDoor keys, ClosedDoor closed) throws Exception {
        return http.securityMatchers(paths -> paths.requestMatchers(
                        PATH.matcher("/api/**"), PATH.matcher("/engine-rest/**"), PATH.matcher("/actuator/prometheus")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(PATH.matcher("/api/docs/**"))
                        .permitAll()
                        .requestMatchers(PATH.matcher("/actuator/prometheus"))
                        .hasAnyAuthority(Roles.MONITORS, Roles.ADMINISTRATORS)
                        .requestMatchers(
                                PATH.matcher(HttpMethod.POST, "/engine-rest/deployment/**"),
                                PATH.matcher(HttpMethod.DELETE, "/engine-rest/deployment/**"),
                                PATH.matcher("/engine-rest/metrics/**"))
                        .denyAll()
                        .requestMatchers(PATH.matcher("/engine-rest/engine/*/**"))
                        .denyAll()
                        .requestMatchers(forgedEnds("/engine-rest"))
                        .denyAll()
                        .requestMatchers(reassignments("/engine-rest"))
                        .hasAnyAuthority(REASSIGN)
                        .requestMatchers(PATH.matcher("/engine-rest/variable-instance/**"))
                        .hasAnyAuthority(SEE_VARIABLES)
                        .requestMatchers(PATH.matcher("/api/v1/service-accounts/**"))
                        .hasAuthority(Roles.ADMINISTRATORS)
                        .requestMatchers(
                                PATH.matcher(HttpMethod.GET, "/api/v1/public/**"),
                                PATH.matcher(HttpMethod.HEAD, "/api/v1/public/**"))
                        .permitAll()
                        .requestMatchers(PATH.matcher("/api/v1/open-data"))
                        .hasAnyAuthority(IMPORT)
                        .requestMatchers(PATH.matcher("/api/v1/imports/**"))
                        .hasAnyAuthority(Roles.INTEGRATORS, Roles.REGISTRARS, Roles.ADMINISTRATORS)
                        .requestMatchers(PATH.matcher("/engine-rest/**"), PATH.matcher(HttpMethod.GET, "/api/**"))
                        .access(AuthorizationManagers.allOf(
                                AuthenticatedAuthorizationManager.authenticated(),
                                AuthorizationManagers.not(AuthorityAuthorizationManager.hasAuthority(Roles.MONITORS))))
                        .requestMatchers(PATH.matcher(HttpMethod.POST, "/api/v1/signatures/webhooks/*"))
                        .permitAll()
                        .requestMatchers(
                                PATH.matcher("/api/v1/advisers/*/ties/**"),
                                PATH.matcher("/api/v1/advisers/*/absences/**"))
                        .hasAnyAuthority(Roles.ADVISERS, Roles.MANAGERS, Roles.ADMINISTRATORS)
                        .requestMatchers(
                                PATH.matcher("/api/v1/advisers/**"), PATH.matcher("/api/v1/cases/reassignments"))
                        .hasAnyAuthority(Roles.MANAGERS, Roles.ADMINISTRATORS)
                        .requestMatchers(PATH.matcher("/api/v1/inquiry-years/**"))
                        .hasAuthority(Roles.MANAGERS)
                        .requestMatchers(PATH.matcher("/api/v1/templates/**"))
                        .hasAuthority(Roles.SUPERVISORS)
                        .requestMatchers(PATH.matcher("/api/v1/cases/*/documents/**"))
                        .hasAnyAuthority(Roles.REGISTRARS, Roles.LEGAL, Roles.MANAGERS, Roles.ADVISERS)
                        .requestMatchers(PATH.matcher("/api/**"))
                        .hasAnyAuthority(
                                Roles.INTEGRATORS,
                                Roles.REGISTRARS,
                                Roles.MANAGERS,
                                Roles.ADVISERS,
                                Roles.ADMINISTRATORS)
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(keys, BasicAuthenticationFilter.class)
                .httpBasic(password -> password.authenticationEntryPoint(closed))
                .exceptionHandling(exceptions -> exceptions.accessDeniedHandler(closed))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain camunda(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATH.matcher("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATH.matcher("/camunda/api/admin/setup/**"),
                                PATH.matcher("/camunda/app/admin/*/setup/**"))
                        .denyAll()
                        .requestMatchers(
                                PATH.matcher(HttpMethod.POST, "/camunda/api/engine/engine/*/deployment/**"),
                                PATH.matcher(HttpMethod.DELETE, "/camunda/api/engine/engine/*/deployment/**"))
                        .denyAll()
                        .requestMatchers(forgedEnds("/camunda/api/engine/engine/[^/]+"))
                        .denyAll()
                        .requestMatchers(reassignments("/camunda/api/engine/engine/[^/]+"))
                        .hasAnyAuthority(REASSIGN)
                        .requestMatchers(PATH.matcher("/camunda/api/engine/engine/*/variable-instance/**"))
                        .hasAnyAuthority(SEE_VARIABLES)
                        .requestMatchers(PATH.matcher("/camunda/lib/**"), PATH.matcher("/camunda/assets/**"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(exceptions -> exceptions
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), PATH.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
                .logout(logout -> logout.logoutRequestMatcher(
                                PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler())
                        .deleteCookies("XSRF-TOKEN"))
                .build();
    }

    /** Companies and hosts come with a link instead of a login; a session of the staff's counts for nothing here. */
    @Bean
    @Order(3)
    SecurityFilterChain companies(HttpSecurity http) throws Exception {
        var forgeryTokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        forgeryTokens.setCookieName("PARTY-TOKEN");
        forgeryTokens.setCookieCustomizer(
                cookie -> cookie.path("/").httpOnly(true).sameSite("Strict"));
        return http.securityMatchers(paths -> paths.requestMatchers(
                        PATH.matcher("/party/**"),
                        PATH.matcher("/consultation/**"),
                        PATH.matcher("/licence/**"),
                        PATH.matcher("/dispatch/**")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(forgeryTokens))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers.referrerPolicy(
                                referrer -> referrer.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(PagePolicy.OWN_PAGES))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .build();
    }

    /**
     * The public comes without a login, and leaves none: what it reads may be kept by any cache. Mail programs stop letters
     * of saved searches by the secret in the address alone (RFC 8058).
     */
    @Bean
    @Order(4)
    SecurityFilterChain portal(HttpSecurity http) throws Exception {
        var forgeryTokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        forgeryTokens.setCookieName("PORTAL-TOKEN");
        forgeryTokens.setCookieCustomizer(
                cookie -> cookie.path("/portal").httpOnly(true).sameSite("Strict"));
        return http.securityMatchers(paths -> paths.requestMatchers(
                        PATH.matcher("/portal/**"),
                        PATH.matcher(HttpMethod.GET, "/robots.txt"),
                        PATH.matcher(HttpMethod.GET, "/sitemap.xml"),
                        PATH.matcher(HttpMethod.GET, "/sitemaps/*")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(forgeryTokens)
                        .ignoringRequestMatchers(PATH.matcher(HttpMethod.POST, "/portal/saved/*/stop")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .referrerPolicy(referrer -> referrer.policy(
                                ReferrerPolicyHeaderWriter.ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(PagePolicy.OWN_PAGES)))
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain pages(HttpSecurity http, ProviderLogin provider) throws Exception {
        provider.open(http);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATH.matcher(HttpMethod.GET, "/"),
                                PATH.matcher("/login"),
                                PATH.matcher("/signed-out"),
                                PATH.matcher("/assets/**"),
                                PATH.matcher(HttpMethod.GET, "/outcomes"),
                                PATH.matcher("/webjars/chart.js/**"),
                                PATH.matcher("/error"),
                                PATH.matcher("/open-data/**"),
                                PATH.matcher("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(PATH.matcher("/inquiries/**"))
                        .hasAnyAuthority(Roles.REGISTRARS, Roles.MANAGERS, Roles.SUPERVISORS, Roles.ADMINISTRATORS)
                        .requestMatchers(PATH.matcher("/actuator/**"), PATH.matcher("/administration/**"))
                        .hasAuthority(Roles.ADMINISTRATORS)
                        .requestMatchers(PATH.matcher("/imports/**"))
                        .hasAnyAuthority(IMPORT)
                        .requestMatchers(PATH.matcher(HttpMethod.POST, "/matching/**"))
                        .hasAnyAuthority(Roles.MANAGERS, Roles.ADMINISTRATORS)
                        .requestMatchers(PATH.matcher("/matching/**"))
                        .hasAnyAuthority(Roles.MANAGERS, Roles.SUPERVISORS, Roles.ADMINISTRATORS)
                        .requestMatchers(
                                PATH.matcher("/cases/**"),
                                PATH.matcher("/consultations/**"),
                                PATH.matcher("/contracts/**"),
                                PATH.matcher("/matches/**"),
                                PATH.matcher("/records/**"),
                                PATH.matcher("/statistics/**"),
                                PATH.matcher("/tool-licences/**"))
                        .hasAnyAuthority(PEOPLE)
                        .requestMatchers(PATH.matcher("/dispatches/**"))
                        .hasAnyAuthority(Roles.REGISTRARS, Roles.MANAGERS, Roles.ADMINISTRATORS)
                        .requestMatchers(PATH.matcher("/dashboard/**"))
                        .hasAnyAuthority(Roles.MANAGERS, Roles.SUPERVISORS, Roles.ADMINISTRATORS)
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(
                        new UploadDoor(PATH.matcher(HttpMethod.POST, "/imports/files"), IMPORT), CsrfFilter.class)
                .formLogin(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/")
                        .failureHandler((request, response, failure) -> response.sendRedirect(
                                failure instanceof TooManyTries ? "/login?slow" : "/login?error")))
                .logout(logout -> logout.logoutSuccessUrl("/login?signed-out"))
                .exceptionHandling(exceptions -> exceptions
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), PATH.matcher("/desk/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(PagePolicy.OWN_PAGES)))
                .build();
    }

    /** Stands in the chain of REST and nowhere else. */
    @Bean
    FilterRegistrationBean<KeyDoor> keyDoorOfRestAlone(KeyDoor keys) {
        var registration = new FilterRegistrationBean<>(keys);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> oneLoginForTheWebApplications() {
        return asSessionUser(new ContainerBasedAuthenticationFilter(), "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> oneLoginForEngineRest() {
        return asSessionUser(new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
    }

    private static FilterRegistrationBean<Filter> asSessionUser(Filter filter, String... urls) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setInitParameters(Map.of("authentication-provider", SessionUser.class.getName()));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        registration.addUrlPatterns(urls);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }

    /** Ways to end a task, to slip variables past its form or to leave remarks beside the case, which no form uses. */
    private static RequestMatcher forgedEnds(String prefix) {
        return unlessRead(
                prefix
                        + "/task/[^/]+/(bpmnError|bpmnEscalation|resolve|variables|localVariables|comment|attachment)(/.*)?(\\?.*)?");
    }

    /** Ways to change whose a task is, besides claiming it and giving it back, and when it is due. */
    private static RequestMatcher reassignments(String prefix) {
        return new OrRequestMatcher(
                regexMatcher(HttpMethod.PUT, prefix + "/task/.*"),
                unlessRead(prefix + "/task/[^/]+/(assignee|delegate|identity-links)(/.*)?(\\?.*)?"));
    }

    private static RequestMatcher unlessRead(String address) {
        return new AndRequestMatcher(
                regexMatcher(address), new NegatedRequestMatcher(request -> "GET".equals(request.getMethod())));
    }

    private static HttpSessionRequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && String.valueOf(request.getHeader("Accept")).contains(MediaType.TEXT_HTML_VALUE));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
