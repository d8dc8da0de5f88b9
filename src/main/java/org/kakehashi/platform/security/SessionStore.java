package org.kakehashi.platform.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.session.SessionIdGenerator;

/** How sessions are named, kept and read again. */
@Configuration(proxyBeanMethods = false)
class SessionStore {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);
    private static final int ID_BYTES = 27;
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "org.kakehashi.**;org.springframework.security.**;org.springframework.util.**;"
                    + "org.springframework.web.servlet.FlashMap;org.camunda.bpm.**;java.**;jakarta.servlet.http.Cookie;!*");

    /** 216 random bits, which fill the 36 characters of the column. */
    @Bean
    SessionIdGenerator sessionIds() {
        var random = new SecureRandom();
        return () -> {
            byte[] id = new byte[ID_BYTES];
            random.nextBytes(id);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        };
    }

    /** Who comes back from an identity provider comes from another site, with which a strict cookie would stay away. */
    @Bean
    DefaultCookieSerializerCustomizer cookieThatComesBackFromTheProvider(
            ObjectProvider<ClientRegistrationRepository> providers) {
        return cookie -> providers.ifAvailable(present -> cookie.setSameSite("Lax"));
    }

    /** What an earlier version has written and this one cannot read counts as absent: its owner signs in again. */
    @Bean(defaultCandidate = false)
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, SessionStore::read);
        return conversion;
    }

    private static @Nullable Object read(byte[] attribute) {
        try (var input = new ObjectInputStream(new ByteArrayInputStream(attribute))) {
            input.setObjectInputFilter(KNOWN);
            return input.readObject();
        } catch (IOException | ClassNotFoundException e) {
            LOG.info("A session was begun by another version and counts as ended: {}", e.getMessage());
            return null;
        }
    }
}
