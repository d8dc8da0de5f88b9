package org.kakehashi.platform.search;

import java.util.List;
import java.util.Map;
import org.apache.lucene.util.Version;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.backend.lucene.cfg.LuceneBackendSettings;
import org.hibernate.search.engine.cfg.BackendSettings;
import org.hibernate.search.mapper.orm.cfg.HibernateOrmMapperSettings;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmSearchMappingConfigurer;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives Hibernate Search the mappings and analyses that modules declare as components; where the index lies and how it is
 * written says configuration.
 */
@Component
class SearchSettings implements HibernatePropertiesCustomizer {

    private final List<HibernateOrmSearchMappingConfigurer> mappings;
    private final List<LuceneAnalysisConfigurer> analyses;

    SearchSettings(List<HibernateOrmSearchMappingConfigurer> mappings, List<LuceneAnalysisConfigurer> analyses) {
        this.mappings = mappings;
        this.analyses = analyses;
    }

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(HibernateOrmMapperSettings.MAPPING_CONFIGURER, mappings);
        properties.put(BackendSettings.backendKey(LuceneBackendSettings.ANALYSIS_CONFIGURER), analyses);
        properties.put(BackendSettings.backendKey(LuceneBackendSettings.LUCENE_VERSION), Version.LATEST);
    }
}
