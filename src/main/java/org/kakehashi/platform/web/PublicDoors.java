package org.kakehashi.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** What stands before that which everybody may read over REST. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicLimitSettings.class)
class PublicDoors {

    private static final String INTERFACE = "/api/v1/public/*";
    private static final String FILES = "/open-data/*";

    @Bean
    FilterRegistrationBean<PublicLimit> publicLimit(PublicLimitSettings settings, ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new PublicLimit(settings, json));
        registration.addUrlPatterns(INTERFACE, FILES);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> publicTags() {
        var registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        registration.addUrlPatterns(INTERFACE);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 2);
        return registration;
    }
}
