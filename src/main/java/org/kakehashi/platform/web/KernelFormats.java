package org.kakehashi.platform.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.models.media.StringSchema;
import org.kakehashi.shared.IpcSymbol;
import org.kakehashi.shared.Prefecture;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.jackson.JsonMixin;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How values of the kernel are written outside: a prefecture by its code, an IPC symbol as text. */
@Configuration(proxyBeanMethods = false)
class KernelFormats implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        Prefecture.class,
                        new StringSchema().pattern("JP-[0-4][0-9]").example("JP-13"))
                .replaceWithSchema(IpcSymbol.class, new StringSchema().example("H01M 10/0525"));
    }

    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(String.class, Prefecture.class, Prefecture::of);
        formats.addConverter(String.class, IpcSymbol.class, IpcSymbol::parse);
    }

    @JsonMixin(Prefecture.class)
    private abstract static class PrefectureInJson {

        @JsonCreator
        static Prefecture of(String code) {
            return Prefecture.of(code);
        }

        @JsonValue
        abstract String code();
    }

    @JsonMixin(IpcSymbol.class)
    private abstract static class IpcSymbolInJson {

        @JsonCreator
        static IpcSymbol parse(String text) {
            return IpcSymbol.parse(text);
        }

        @Override
        @JsonValue
        public abstract String toString();
    }
}
