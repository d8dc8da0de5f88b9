package org.kakehashi.platform.search;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which search engine holds the index that Hibernate Search keeps.
 *
 * @param backend whose index it is
 * @param uris where OpenSearch answers, each such as {@code https://search-1:9200}
 * @param username the user at OpenSearch; absent where it asks for none
 */
@ConfigurationProperties("kakehashi.search")
public record SearchEngine(
        @DefaultValue("lucene") Backend backend,
        @DefaultValue("http://localhost:9200") List<URI> uris,
        @Nullable String username,
        @Nullable String password) {

    /** The engines that there are. */
    public enum Backend {
        /** In this node, with an index of this node's own. */
        LUCENE,
        /** Beside the nodes, with one index for all of them, written from an outbox in the database. */
        OPENSEARCH
    }

    /** The name of {@link #backend} as configuration has it, for beans of one engine alone. */
    public static final String PROPERTY = "kakehashi.search.backend";

    /** Whether one index serves all nodes. */
    public boolean isShared() {
        return backend == Backend.OPENSEARCH;
    }

    @Override
    public String toString() {
        return "SearchEngine[" + backend + "]";
    }
}
