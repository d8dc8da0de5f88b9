package org.kakehashi.portal.search;

import jakarta.persistence.Embeddable;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Norms;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmMappingConfigurationContext;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmSearchMappingConfigurer;
import org.hibernate.search.mapper.pojo.bridge.RoutingBridge;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.RoutingBridgeRouteContext;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import org.hibernate.search.mapper.pojo.route.DocumentRoutes;
import org.kakehashi.platform.search.SearchEngine;
import org.kakehashi.portal.Facet;
import org.kakehashi.registry.Seed;
import org.springframework.stereotype.Component;

/** Which fields of the index a published record fills. */
@Component
class SeedMapping implements HibernateOrmSearchMappingConfigurer {

    /** Counts up with each change of the fields, so that a new index is built beside one of the former shape. */
    private static final String SHAPE = "-7";

    private final RegistrantTypes registrants;
    private final SearchEngine engine;

    SeedMapping(RegistrantTypes registrants, SearchEngine engine) {
        this.registrants = registrants;
        this.engine = engine;
    }

    @Override
    public void configure(HibernateOrmMappingConfigurationContext context) {
        var seed = context.programmaticMapping().type(Seed.class);
        seed.indexed().index("seed" + SHAPE).routingBinder(binding -> {
            binding.dependencies().use("status");
            binding.bridge(Seed.class, new PublishedOnly());
        });
        seed.binder(new Binder(registrants, engine.isShared() ? Words::line : (analyser, text) -> text));
    }

    /** What is not published has no document. */
    private static final class PublishedOnly implements RoutingBridge<Seed> {

        @Override
        public void route(DocumentRoutes routes, Object number, Seed seed, RoutingBridgeRouteContext context) {
            if (seed.status() == Seed.Status.PUBLISHED) {
                routes.addRoute();
            } else {
                routes.notIndexed();
            }
        }

        @Override
        public void previousRoutes(DocumentRoutes routes, Object number, Seed seed, RoutingBridgeRouteContext context) {
            routes.addRoute();
        }
    }

    /** @param written how a text is given to the index: as it is to Lucene, which makes words of it, else as a line of words */
    private record Binder(RegistrantTypes registrants, BiFunction<Analyzer, String, String> written)
            implements TypeBinder {

        @Override
        public void bind(TypeBindingContext context) {
            properties(Seed.class, "").forEach(context.dependencies()::use);
            context.bridge(Seed.class, new Bridge(registrants, written, new References(context.indexSchemaElement())));
        }

        /** Whatever changes of a seed, its document is written anew. */
        private static Stream<String> properties(Class<?> type, String path) {
            return Stream.of(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .flatMap(field -> field.getType().isAnnotationPresent(Embeddable.class)
                            ? properties(field.getType(), path + field.getName() + ".")
                            : Stream.of(path + field.getName()));
        }
    }

    private record References(
            Map<String, IndexFieldReference<String>> strings,
            IndexFieldReference<LocalDate> since,
            IndexFieldReference<Instant> published,
            IndexFieldReference<Integer> trl,
            IndexFieldReference<String> titleOrder,
            IndexFieldReference<String> number) {

        References(IndexSchemaElement schema) {
            this(
                    strings(schema),
                    schema.field(Fields.SINCE, type -> type.asLocalDate().sortable(Sortable.YES))
                            .toReference(),
                    schema.field(Fields.PUBLISHED, type -> type.asInstant().sortable(Sortable.YES))
                            .toReference(),
                    schema.field(Fields.TRL, type -> type.asInteger().sortable(Sortable.YES))
                            .toReference(),
                    schema.field(Fields.TITLE_ORDER, type -> type.asString().sortable(Sortable.YES))
                            .toReference(),
                    schema.field(Fields.NUMBER, type -> type.asString().sortable(Sortable.YES))
                            .toReference());
        }

        private static Map<String, IndexFieldReference<String>> strings(IndexSchemaElement schema) {
            var strings = new HashMap<String, IndexFieldReference<String>>();
            for (Tongue tongue : Tongue.values()) {
                for (Part part : Part.values()) {
                    String name = tongue.field(part);
                    strings.put(
                            name,
                            schema.field(name, type -> type.asString()
                                            .analyzer(tongue.analyserName())
                                            .searchAnalyzer(PortalAnalysis.WORDS))
                                    .toReference());
                }
            }
            strings.put(
                    Fields.PLAIN,
                    schema.field(Fields.PLAIN, type -> type.asString()
                                    .analyzer(Fields.PLAIN)
                                    .searchAnalyzer(PortalAnalysis.WORDS)
                                    .norms(Norms.NO))
                            .toReference());
            strings.put(Fields.NUMBERS, keyword(schema, Fields.NUMBERS));
            Fields.ofSymbols().forEach(name -> strings.put(name, keyword(schema, name)));
            for (Facet facet : Facet.values()) {
                if (facet != Facet.IPC) {
                    strings.put(Fields.of(facet), keyword(schema, Fields.of(facet)));
                }
            }
            return strings;
        }

        private static IndexFieldReference<String> keyword(IndexSchemaElement schema, String name) {
            return schema.field(name, type -> type.asString().aggregable(Aggregable.YES))
                    .multiValued()
                    .toReference();
        }
    }

    private record Bridge(
            RegistrantTypes registrants, BiFunction<Analyzer, String, String> written, References references)
            implements TypeBridge<Seed> {

        @Override
        public void write(DocumentElement target, Seed seed, TypeBridgeWriteContext context) {
            PublishedSeed shown = PublishedSeed.of(seed, registrants.of(seed.organisationId()));
            target.addValue(references.number, seed.number());
            target.addValue(references.titleOrder, shown.titleOrder());
            target.addValue(references.since, shown.since());
            target.addValue(references.published, seed.publishedAt());
            target.addValue(references.trl, shown.trl());
            shown.texts().forEach((part, text) -> {
                if (!text.isBlank()) {
                    Tongue tongue = Tongue.of(text);
                    target.addValue(reference(tongue.field(part)), written.apply(tongue.analyser(), text));
                }
            });
            target.addValue(reference(Fields.PLAIN), written.apply(PortalAnalysis.PLAIN, shown.latinWords()));
            shown.numbers().forEach(number -> target.addValue(reference(Fields.NUMBERS), number));
            shown.values()
                    .forEach((facet, values) -> values.forEach(value -> target.addValue(
                            reference(facet == Facet.IPC ? Fields.ofSymbol(value) : Fields.of(facet)), value)));
        }

        private IndexFieldReference<String> reference(String name) {
            return Objects.requireNonNull(references.strings.get(name), name);
        }
    }
}
