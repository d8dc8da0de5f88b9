package org.kakehashi.portal.search;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.hibernate.search.backend.elasticsearch.ElasticsearchExtension;
import org.hibernate.search.mapper.orm.Search;
import org.kakehashi.platform.search.SearchEngine;
import org.kakehashi.registry.Seed;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Asks OpenSearch's term suggester, which compares words as Lucene's spelling checker does. */
@Component
@ConditionalOnProperty(name = SearchEngine.PROPERTY, havingValue = "opensearch")
class OpenSearchVocabulary implements Vocabulary {

    /** So many words of about the same letters are compared. */
    private static final int COMPARED = 3;

    private static final String NAME = "nearest";

    private final EntityManager entities;

    OpenSearchVocabulary(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean knows(String field, String word) {
        return Search.session(entities)
                        .search(Seed.class)
                        .where(find -> find.match().field(field).matching(word))
                        .fetchTotalHitCount()
                > 0;
    }

    @Override
    public Optional<String> nearest(String field, String word) {
        JsonObject answer = Search.session(entities)
                .search(Seed.class)
                .extension(ElasticsearchExtension.get())
                .where(find -> find.matchNone())
                .requestTransformer(request -> request.body().add("suggest", suggest(field, word)))
                .fetch(0)
                .responseBody();
        return StreamSupport.stream(
                        answer.getAsJsonObject("suggest").getAsJsonArray(NAME).spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .flatMap(each ->
                        StreamSupport.stream(each.getAsJsonArray("options").spliterator(), false))
                .map(option -> option.getAsJsonObject().get("text").getAsString())
                .findFirst();
    }

    private static JsonObject suggest(String field, String word) {
        var term = new JsonObject();
        term.addProperty("field", field);
        term.addProperty("size", COMPARED);
        var nearest = new JsonObject();
        nearest.addProperty("text", word);
        nearest.add("term", term);
        var suggest = new JsonObject();
        suggest.add(NAME, nearest);
        return suggest;
    }
}
