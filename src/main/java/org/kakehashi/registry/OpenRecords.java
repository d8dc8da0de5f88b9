package org.kakehashi.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.imports.Row;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.ThreeValued;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Published seeds as everybody may have them, each as the row from which an import makes it again: of an application that is
 * not published yet the seven items alone. What nobody said is left out.
 */
@Component
public class OpenRecords {

    private final Seeds seeds;
    private final Organisations organisations;
    private final ObjectMapper json;
    private final Clock clock;

    OpenRecords(Seeds seeds, Organisations organisations, ObjectMapper json, Clock clock) {
        this.seeds = seeds;
        this.organisations = organisations;
        this.json = json;
        this.clock = clock;
    }

    /** Those of higher numbers, in the order of these. */
    public List<ObjectNode> after(String number, int limit) {
        return of(seeds.publishedAfter(number, Limit.of(limit)));
    }

    /** Whether one that was published has left the programme since. */
    boolean someLeftSince(Instant instant) {
        return seeds.someLeftSince(instant);
    }

    /** @throws org.kakehashi.shared.Refusal where there is no such published seed */
    public ObjectNode numbered(String number) {
        Seed seed = seeds.numbered(number);
        if (seed.status() != Seed.Status.PUBLISHED) {
            throw Seeds.unknown(number);
        }
        return of(List.of(seed)).get(0);
    }

    List<ObjectNode> of(List<Seed> published) {
        Map<UUID, Organisation> owners =
                organisations
                        .findAllById(published.stream()
                                .map(Seed::organisationId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Organisation::id, Function.identity()));
        return published.stream()
                .map(seed -> row(seed, Objects.requireNonNull(owners.get(seed.organisationId()))))
                .toList();
    }

    private ObjectNode row(Seed seed, Organisation owner) {
        Seed.PublicView shown = seed.publicView();
        ObjectNode row = json.createObjectNode();
        put(row, "id", shown.number());
        put(row, "title", shown.title());
        row.put("inventionName", Row.clean(shown.inventionName()));
        row.put("applicant", Row.clean(shown.applicant()));
        put(row, "applicationNumber", shown.applicationNumber());
        put(row.putObject("licence"), "offered", shown.licensable());
        put(row.putObject("assignment"), "offered", shown.assignable());
        if (shown.content() == null) {
            row.put("unpublished", true);
        } else {
            fill(row, shown.content());
            row.put("registeredOn", registered(seed).toString());
            row.put("updatedOn", updated(seed).toString());
            row.put("organisation", Row.clean(owner.name()));
            put(row, "organisationType", owner.type());
            put(row, "prefecture", seed.prefecture());
        }
        row.properties()
                .removeIf(
                        field -> field.getValue().isObject() && field.getValue().isEmpty());
        return row;
    }

    private static void fill(ObjectNode row, SeedContent content) {
        row.put("language", content.language());
        SeedContent.Texts texts = content.texts();
        row.put("outline", Row.clean(texts.outline()));
        put(row, "purpose", texts.purpose());
        put(row, "effect", texts.effect());
        put(row, "applicableProducts", texts.applicableProducts());
        put(row, "advantage", texts.advantage());
        put(row, "publications", texts.publications());
        SeedContent.Patent patent = content.patent();
        put(row, "patentee", patent.patentee());
        put(row, "applicationDate", patent.applicationDate());
        put(row, "publicationNumber", patent.publicationNumber());
        put(row, "registrationNumber", patent.registrationNumber());
        put(row, "ipc", patent.ipc());
        put(row, "relatedAtHome", patent.relatedAtHome());
        put(row, "relatedAbroad", patent.relatedAbroad());
        put(row, "expiresOn", patent.expiresOn());
        put(row, "technicalFields", content.topics().fields());
        put(row, "functions", content.topics().functions());
        ObjectNode licence = row.withObject("/licence");
        put(licence, "kind", content.licence().kind());
        put(licence, "kindText", content.licence().kindText());
        put(licence, "lumpSum", content.licence().lumpSum());
        put(licence, "royalty", content.licence().royalty());
        put(licence, "domestic", content.licence().domestic());
        put(licence, "foreign", content.licence().foreign());
        put(licence, "wishes", content.licence().wishes());
        ObjectNode assignment = row.withObject("/assignment");
        put(assignment, "lumpSum", content.assignment().lumpSum());
        put(assignment, "domestic", content.assignment().domestic());
        put(assignment, "foreign", content.assignment().foreign());
        put(assignment, "wishes", content.assignment().wishes());
        SeedContent.Maturity maturity = content.maturity();
        if (maturity.trl() != null) {
            row.put("trl", maturity.trl());
        }
        put(row, "workedBefore", maturity.workedBefore());
        put(row, "licensedBefore", maturity.licensedBefore());
        put(row, "knowHow", maturity.knowHow());
        put(row, "training", maturity.training());
        put(row, "samples", maturity.samples());
        put(row, "registrant", content.listing().registrant());
        put(row, "registrantType", content.listing().registrantType());
    }

    private LocalDate registered(Seed seed) {
        LocalDate listed = seed.content().listing().registeredOn();
        return listed == null ? LocalDate.ofInstant(seed.registeredAt(), clock.getZone()) : listed;
    }

    /** The day that the list tells from which the record comes holds until the record is changed here. */
    private LocalDate updated(Seed seed) {
        LocalDate listed = seed.content().listing().updatedOn();
        return listed == null || seed.updatedAt().isAfter(seed.registeredAt())
                ? LocalDate.ofInstant(seed.updatedAt(), clock.getZone())
                : listed;
    }

    private static void put(ObjectNode row, String name, @Nullable String text) {
        String said = text == null ? "" : Row.clean(text);
        if (!said.isEmpty()) {
            row.put(name, said);
        }
    }

    private static void put(ObjectNode row, String name, @Nullable LocalDate day) {
        put(row, name, day == null ? null : day.toString());
    }

    private static void put(ObjectNode row, String name, @Nullable Enum<?> word) {
        if (word instanceof Prefecture prefecture) {
            row.put(name, prefecture.code());
        } else if (word != null && word != ThreeValued.NOT_SPECIFIED && word != OrganisationType.OTHER) {
            row.put(name, word.name());
        }
    }

    private static void put(ObjectNode row, String name, Condition condition) {
        put(row, name, condition.value());
        put(row, name + "Text", condition.text());
    }

    private static void put(ObjectNode row, String name, List<String> items) {
        ArrayNode list = row.putArray(name);
        items.stream().map(Row::clean).filter(item -> !item.isEmpty()).forEach(list::add);
        if (list.isEmpty()) {
            row.remove(name);
        }
    }
}
