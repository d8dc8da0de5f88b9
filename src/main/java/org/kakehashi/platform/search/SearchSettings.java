package org.kakehashi.platform.search;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.apache.lucene.util.Version;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;
import org.hibernate.search.backend.elasticsearch.cfg.ElasticsearchBackendSettings;
import org.hibernate.search.backend.elasticsearch.cfg.ElasticsearchIndexSettings;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.backend.lucene.cfg.LuceneBackendSettings;
import org.hibernate.search.backend.lucene.cfg.LuceneIndexSettings;
import org.hibernate.search.engine.cfg.BackendSettings;
import org.hibernate.search.mapper.orm.cfg.HibernateOrmMapperSettings;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmSearchMappingConfigurer;
import org.hibernate.search.mapper.orm.outboxpolling.cfg.HibernateOrmMapperOutboxPollingSettings;
import org.hibernate.search.mapper.orm.schema.management.SchemaManagementStrategyName;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives Hibernate Search the mappings and analyses that modules declare as components, and the engine that configuration
 * names. What an operator sets below {@code spring.jpa.properties.hibernate.search} takes precedence.
 */
@Component
class SearchSettings implements HibernatePropertiesCustomizer {

    /** The least version; a newer one of the same line, or a service that tells none, serves as well. */
    private static final String OPENSEARCH = "opensearch:2.0";

    private static final int SECONDS_UNTIL_NEXT_TRY = 10;

    private final SearchEngine engine;
    private final Path data;
    private final List<HibernateOrmSearchMappingConfigurer> mappings;
    private final List<LuceneAnalysisConfigurer> analyses;
    private final List<ElasticsearchAnalysisConfigurer> sharedAnalyses;

    SearchSettings(
            SearchEngine engine,
            @Value("${kakehashi.data.folder}") Path data,
            List<HibernateOrmSearchMappingConfigurer> mappings,
            List<LuceneAnalysisConfigurer> analyses,
            List<ElasticsearchAnalysisConfigurer> sharedAnalyses) {
        this.engine = engine;
        this.data = data;
        this.mappings = mappings;
        this.analyses = analyses;
        this.sharedAnalyses = sharedAnalyses;
    }

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(HibernateOrmMapperSettings.MAPPING_CONFIGURER, mappings);
        (engine.isShared() ? openSearch() : lucene()).forEach(properties::putIfAbsent);
    }

    private Map<String, Object> lucene() {
        return Map.of(
                backend(BackendSettings.TYPE),
                LuceneBackendSettings.TYPE_NAME,
                backend(LuceneBackendSettings.ANALYSIS_CONFIGURER),
                analyses,
                backend(LuceneBackendSettings.LUCENE_VERSION),
                Version.LATEST,
                backend(LuceneIndexSettings.DIRECTORY_ROOT),
                data.resolve("index").toString(),
                HibernateOrmMapperSettings.INDEXING_PLAN_SYNCHRONIZATION_STRATEGY,
                "async");
    }

    /** The application starts without OpenSearch too: its version is not asked for, and the index is made when it answers. */
    private Map<String, Object> openSearch() {
        var settings = new HashMap<String, Object>(Map.of(
                backend(BackendSettings.TYPE),
                ElasticsearchBackendSettings.TYPE_NAME,
                backend(ElasticsearchBackendSettings.URIS),
                engine.uris().stream().map(URI::toString).collect(Collectors.joining(",")),
                backend(ElasticsearchBackendSettings.VERSION),
                OPENSEARCH,
                backend(ElasticsearchBackendSettings.VERSION_CHECK_ENABLED),
                false,
                backend(ElasticsearchIndexSettings.ANALYSIS_CONFIGURER),
                sharedAnalyses,
                backend(ElasticsearchIndexSettings.SCHEMA_MANAGEMENT_SETTINGS_FILE),
                "search/opensearch-index.json",
                HibernateOrmMapperSettings.SCHEMA_MANAGEMENT_STRATEGY,
                SchemaManagementStrategyName.NONE,
                HibernateOrmMapperSettings.COORDINATION_STRATEGY,
                HibernateOrmMapperOutboxPollingSettings.COORDINATION_STRATEGY_NAME,
                HibernateOrmMapperOutboxPollingSettings.COORDINATION_EVENT_PROCESSOR_RETRY_DELAY,
                SECONDS_UNTIL_NEXT_TRY));
        if (StringUtils.isNotBlank(engine.username())) {
            settings.put(backend(ElasticsearchBackendSettings.USERNAME), engine.username());
            settings.put(backend(ElasticsearchBackendSettings.PASSWORD), StringUtils.defaultString(engine.password()));
        }
        return settings;
    }

    private static String backend(String key) {
        return BackendSettings.backendKey(key);
    }
}
