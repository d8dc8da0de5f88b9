package org.kakehashi.matching.search;

import java.util.Map;
import org.apache.lucene.util.Version;
import org.hibernate.search.backend.lucene.cfg.LuceneBackendSettings;
import org.hibernate.search.engine.cfg.BackendSettings;
import org.hibernate.search.mapper.orm.cfg.HibernateOrmMapperSettings;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/** Gives Hibernate Search its mapping and analysis; where the index lies and how it is written says configuration. */
@Component
class SearchSettings implements HibernatePropertiesCustomizer {

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(HibernateOrmMapperSettings.MAPPING_CONFIGURER, new SearchMapping());
        properties.put(BackendSettings.backendKey(LuceneBackendSettings.ANALYSIS_CONFIGURER), new TextAnalysis());
        properties.put(BackendSettings.backendKey(LuceneBackendSettings.LUCENE_VERSION), Version.LATEST);
    }
}
