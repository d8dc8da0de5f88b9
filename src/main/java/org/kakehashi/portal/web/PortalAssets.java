package org.kakehashi.portal.web;

import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/** Lets browsers keep the portal's style and script for good, and its pages for a minute, but for those of saved searches. */
@Configuration(proxyBeanMethods = false)
class PortalAssets implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry handlers) {
        handlers.addResourceHandler(PortalFiles.ADDRESS + "**")
                .addResourceLocations("classpath:/" + PortalFiles.FOLDER)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        var pages = new WebContentInterceptor();
        pages.setCacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic());
        pages.addCacheMapping(CacheControl.noStore(), Links.SAVED + "/**");
        pages.setVaryByRequestHeaders("Accept-Language");
        interceptors.addInterceptor(pages).addPathPatterns(Links.HOME, Links.HOME + "/**");
    }

    /** Weak, so that a page is compressed as well. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> portalPagesByTheirEtag() {
        var filter = new ShallowEtagHeaderFilter();
        filter.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(Links.HOME, Links.HOME + "/*");
        return registration;
    }
}
