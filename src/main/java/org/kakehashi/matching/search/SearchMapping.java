package org.kakehashi.matching.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmMappingConfigurationContext;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmSearchMappingConfigurer;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import org.kakehashi.needs.Need;
import org.kakehashi.registry.Seed;
import org.springframework.stereotype.Component;

/** Which seeds and needs are indexed, and under which fields: said here, so that they need not know of the search. */
@Component
class SearchMapping implements HibernateOrmSearchMappingConfigurer {

    static final String SUBCLASS = "subclass";
    static final String MAIN_GROUP = "mainGroup";
    static final String FIELD = "field";
    static final String ORGANISATION = "organisation";
    static final String OPEN = "open";

    /** Counts up with each change of the fields, so that a new index is built beside one of the former shape. */
    private static final String SHAPE = "-3";

    private static final List<String> SEED_PROPERTIES = List.of(
            "status",
            "organisationId",
            "content.language",
            "content.texts.title",
            "content.texts.outline",
            "content.texts.purpose",
            "content.texts.effect",
            "content.texts.applicableProducts",
            "content.texts.advantage",
            "content.patent.inventionName",
            "content.patent.applicant",
            "content.patent.unpublished",
            "content.patent.ipc");

    private static final List<String> NEED_PROPERTIES =
            List.of("status", "organisationId", "language", "title", "problem", "specification", "ipc");

    @Override
    public void configure(HibernateOrmMappingConfigurationContext context) {
        var mapping = context.programmaticMapping();
        var seed = mapping.type(Seed.class);
        seed.indexed().index("seed" + SHAPE);
        seed.binder(new ProfileBinder<>(Seed.class, SEED_PROPERTIES, Profile::of));
        var need = mapping.type(Need.class);
        need.indexed().index("need" + SHAPE);
        need.binder(new ProfileBinder<>(Need.class, NEED_PROPERTIES, Profile::of));
    }

    private record ProfileBinder<T>(Class<T> type, List<String> properties, Function<T, Profile> profile)
            implements TypeBinder {

        @Override
        public void bind(TypeBindingContext context) {
            properties.forEach(context.dependencies()::use);
            context.bridge(type, new ProfileBridge<>(profile, new Fields(context)));
        }
    }

    private record Fields(
            Map<TextLanguage, IndexFieldReference<String>> words,
            Map<TextLanguage, IndexFieldReference<String>> pairs,
            IndexFieldReference<String> subclass,
            IndexFieldReference<String> mainGroup,
            IndexFieldReference<String> field,
            IndexFieldReference<String> organisation,
            IndexFieldReference<Boolean> open) {

        Fields(TypeBindingContext context) {
            this(
                    texts(context, TextLanguage::words),
                    texts(context, TextLanguage::pairs),
                    symbols(context, SUBCLASS),
                    symbols(context, MAIN_GROUP),
                    symbols(context, FIELD),
                    symbols(context, ORGANISATION),
                    context.indexSchemaElement()
                            .field(OPEN, type -> type.asBoolean())
                            .toReference());
        }

        private static Map<TextLanguage, IndexFieldReference<String>> texts(
                TypeBindingContext context, Function<TextLanguage, String> name) {
            var texts = new EnumMap<TextLanguage, IndexFieldReference<String>>(TextLanguage.class);
            for (TextLanguage language : TextLanguage.values()) {
                texts.put(
                        language,
                        context.indexSchemaElement()
                                .field(name.apply(language), type -> type.asString()
                                        .analyzer(name.apply(language)))
                                .toReference());
            }
            return texts;
        }

        private static IndexFieldReference<String> symbols(TypeBindingContext context, String name) {
            IndexSchemaElement schema = context.indexSchemaElement();
            return schema.field(name, type -> type.asString()).multiValued().toReference();
        }
    }

    private record ProfileBridge<T>(Function<T, Profile> profile, Fields fields) implements TypeBridge<T> {

        @Override
        public void write(DocumentElement target, T record, TypeBridgeWriteContext context) {
            Profile indexed = profile.apply(record);
            TextLanguage language = TextLanguage.of(indexed);
            target.addValue(fields.words.get(language), indexed.text());
            target.addValue(fields.pairs.get(language), indexed.text());
            indexed.subclasses().forEach(symbol -> target.addValue(fields.subclass, symbol));
            indexed.mainGroups().forEach(symbol -> target.addValue(fields.mainGroup, symbol));
            indexed.fields().forEach(field -> target.addValue(fields.field, field.name()));
            target.addValue(fields.organisation, indexed.organisationId().toString());
            target.addValue(fields.open, indexed.open());
        }
    }
}
