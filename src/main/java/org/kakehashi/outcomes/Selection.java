package org.kakehashi.outcomes;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.shared.DeclineReason;
import org.kakehashi.shared.InpitField;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.OriginChannel;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.web.util.UriComponentsBuilder;

/** Which contracts and cases are counted, as it stands in an address: what is absent does not narrow. */
public final class Selection {

    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String REGION = "region";
    public static final String FIELD = "field";
    public static final String ADVISER = "adviser";
    static final String YEAR = "year";
    static final String KIND = "kind";
    static final String CHANNEL = "channel";
    static final String LICENSOR_TYPE = "licensorType";
    static final String LICENSEE_TYPE = "licenseeType";
    static final String DISTANCE = "distance";
    static final String LICENSOR_PREFECTURE = "licensorPrefecture";
    static final String LICENSEE_PREFECTURE = "licenseePrefecture";
    static final String PREFECTURE = "prefecture";
    static final String OUTCOME = "outcome";
    static final String STEP = "step";
    static final String LAST_STEP = "lastStep";
    static final String ROUNDS = "rounds";
    /** Which kinds of right together, of which aspect, and in force at the end of which fiscal year. */
    static final String GROUP = "group";

    static final String WITH = "with";
    static final String ACTIVE = "active";
    /** Which stage a case has left, what a side of it was asked, and answered. */
    static final String LEFT = "left";

    static final String ASKED = "asked";
    static final String ANSWERED = "answered";
    /** The first and the last day on which that was so. */
    static final String SINCE = "since";

    static final String UNTIL = "until";
    /** Only what has not ended. */
    static final String RUNNING = "running";

    static final String DECLINED = "declined";
    /** A second region or field, where a figure by it is opened that another one narrows already. */
    static final String AND_REGION = "andRegion";

    static final String AND_FIELD = "andField";

    static final String ABROAD = "abroad";
    /** In the place of an adviser: contracts and cases of which a side has none. */
    static final String NOBODY = "nobody";

    private static final List<String> KNOWN = List.of(
            FROM,
            TO,
            REGION,
            FIELD,
            ADVISER,
            YEAR,
            KIND,
            CHANNEL,
            LICENSOR_TYPE,
            LICENSEE_TYPE,
            DISTANCE,
            LICENSOR_PREFECTURE,
            LICENSEE_PREFECTURE,
            PREFECTURE,
            OUTCOME,
            STEP,
            LAST_STEP,
            ROUNDS,
            RUNNING,
            GROUP,
            WITH,
            ACTIVE,
            LEFT,
            ASKED,
            ANSWERED,
            SINCE,
            UNTIL,
            DECLINED,
            AND_REGION,
            AND_FIELD);

    private static final List<String> OF_CASES =
            List.of(OUTCOME, STEP, LAST_STEP, ROUNDS, LEFT, ASKED, ANSWERED, RUNNING);
    private static final List<String> OF_PAIRS = List.of(DECLINED);
    private static final List<String> OF_CONTRACTS = List.of(
            GROUP,
            WITH,
            ACTIVE,
            YEAR,
            KIND,
            LICENSOR_TYPE,
            LICENSEE_TYPE,
            DISTANCE,
            LICENSOR_PREFECTURE,
            LICENSEE_PREFECTURE,
            PREFECTURE);

    private final Map<String, String> values;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Selection(Map<String, String> values) {
        this.values = values;
        values.forEach((key, value) -> parameters.put(key, parameter(key, value)));
        if (from() != null && to() != null && from().isAfter(to())) {
            throw Refusal.invalid("The first day lies after the last: exchange them.");
        }
    }

    public static Selection all() {
        return new Selection(Map.of());
    }

    /**
     * @param parameters of a request; those that narrow nothing are passed over
     * @throws Refusal where one has a value that it cannot have
     */
    public static Selection of(Map<String, String> parameters) {
        var values = new LinkedHashMap<String, String>();
        for (String key : KNOWN) {
            String value = parameters.get(key);
            if (StringUtils.isNotBlank(value)) {
                values.put(key, value.strip());
            }
        }
        return new Selection(values);
    }

    public Selection with(String key, Object value) {
        var values = new LinkedHashMap<>(this.values);
        values.put(key, String.valueOf(value));
        return new Selection(values);
    }

    /** As with, beside what narrows by a region or a field already. */
    Selection narrowedBy(String key, Object value) {
        return narrows(key) && key.equals(REGION)
                ? with(AND_REGION, value)
                : narrows(key) && key.equals(FIELD) ? with(AND_FIELD, value) : with(key, value);
    }

    public Selection without(String... keys) {
        var values = new LinkedHashMap<>(this.values);
        List.of(keys).forEach(values::remove);
        return new Selection(values);
    }

    public @Nullable LocalDate from() {
        return (LocalDate) parameters.get(FROM);
    }

    public @Nullable LocalDate to() {
        return (LocalDate) parameters.get(TO);
    }

    /** As it stands in the address; empty where it does not narrow. */
    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    boolean narrows(String key) {
        return values.containsKey(key);
    }

    /** Whether nothing but time narrows, as figures from before the system can follow. */
    boolean isByTimeAlone() {
        return values.keySet().stream().allMatch(key -> key.equals(FROM) || key.equals(TO));
    }

    /** What durations are summed up for: all cases or those of a region; none where anything else narrows. */
    Optional<String> scope() {
        return isByTimeAlone()
                ? Optional.of("ALL")
                : without(REGION).isByTimeAlone() ? Optional.of(value(REGION)) : Optional.empty();
    }

    /** Such as {@code ?from=2025-04-01&region=KANTO}; empty where nothing narrows. */
    public String query() {
        var address = UriComponentsBuilder.newInstance();
        values.forEach((key, value) -> address.queryParam(key, "{" + key + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** What narrows, in words. */
    public String described() {
        String words = values.entrySet().stream()
                .map(entry -> label(entry.getKey()) + " " + shown(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "Everything since the start" : StringUtils.capitalize(words);
    }

    /** What the reader of a report chooses; the other conditions come with opening one of its figures. */
    Selection chosen() {
        return only(FROM, TO, REGION, FIELD, ADVISER);
    }

    Selection only(String... keys) {
        var values = new LinkedHashMap<>(this.values);
        values.keySet().retainAll(List.of(keys));
        return new Selection(values);
    }

    /**
     * The conditions on a contract's facts, with WHERE; empty where nothing narrows.
     *
     * @throws Refusal where something narrows that only a case has
     */
    String contracts() {
        refuse(OF_CASES, "contracts");
        refuse(OF_PAIRS, "contracts");
        return where(conditions("signed_on"));
    }

    /**
     * The conditions on the facts of cases opened in the time chosen.
     *
     * @throws Refusal where something narrows that only a contract has
     */
    String cases() {
        refuse(OF_CONTRACTS, "cases");
        refuse(OF_PAIRS, "cases");
        return where(conditions("opened_on"));
    }

    private void refuse(List<String> keys, String what) {
        keys.stream().filter(this::narrows).findFirst().ifPresent(key -> {
            throw Refusal.invalid(key + " does not narrow " + what + ": leave it out.");
        });
    }

    /** The same without those on time. */
    String whenever() {
        return where(without(FROM, TO).conditions("signed_on"));
    }

    /** The condition on a day, beginning with AND; empty where time does not narrow. */
    String within(String day) {
        return (from() == null ? "" : " AND " + day + " >= :from") + (to() == null ? "" : " AND " + day + " <= :to");
    }

    /** The condition on an instant, beginning with AND. */
    String withinInstants(String at) {
        return (from() == null ? "" : " AND " + at + " >= (:from)::timestamp AT TIME ZONE 'Asia/Tokyo'")
                + (to() == null ? "" : " AND " + at + " < ((:to)::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo'");
    }

    /** The time chosen as that in which something was so, beside whatever else narrows. */
    Selection spanned() {
        Selection spanned = without(FROM, TO);
        if (narrows(FROM)) {
            spanned = spanned.with(SINCE, value(FROM));
        }
        return narrows(TO) ? spanned.with(UNTIL, value(TO)) : spanned;
    }

    /** What of the time chosen lies in a fiscal year. */
    Selection within(int fiscalYear) {
        LocalDate first = FiscalYear.first(fiscalYear);
        LocalDate last = FiscalYear.last(fiscalYear);
        return with(FROM, from() == null || from().isBefore(first) ? first : from())
                .with(TO, to() == null || to().isAfter(last) ? last : to());
    }

    /** The condition on the day on which something was so, beginning with AND. */
    String span(String day) {
        return (narrows(SINCE) ? " AND " + day + " >= :since" : "")
                + (narrows(UNTIL) ? " AND " + day + " <= :until" : "");
    }

    /** As span, of what is known by fiscal years. */
    String spanOfYears(String year) {
        return (narrows(SINCE) ? " AND " + year + " >= fiscal_year(:since)" : "")
                + (narrows(UNTIL) ? " AND " + year + " <= fiscal_year(:until)" : "");
    }

    /** Whose place or field narrows a record such as a seed; beginning with AND. */
    String ofRecord(String record) {
        List<String> conditions = new ArrayList<>();
        if (narrows(REGION)) {
            conditions.add("EXISTS (SELECT FROM prefecture_region place WHERE place.prefecture = " + record
                    + ".prefecture AND place.region = :region)");
        }
        if (narrows(FIELD)) {
            conditions.add(
                    field(Map.entry(FIELD, value(FIELD)), record + ".technology_fields", record + ".inpit_fields"));
        }
        return conditions.stream().map(condition -> " AND " + condition).collect(Collectors.joining());
    }

    /**
     * That pairs were declined, and why; beginning with AND.
     *
     * @throws Refusal where something narrows that no record has
     */
    String declined() {
        refuse(OF_CASES, "records");
        refuse(OF_CONTRACTS, "records");
        refuse(List.of(ADVISER), "records");
        return narrows(DECLINED) ? " AND match.status = 'DECLINED' AND decline_reason = :declined" : "";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private List<String> conditions(String day) {
        return values.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(SINCE) && !entry.getKey().equals(UNTIL))
                .map(entry -> switch (entry.getKey()) {
                    case FROM -> day + " >= :from";
                    case TO -> day + " <= :to";
                    case REGION, AND_REGION -> ":" + entry.getKey() + " = ANY (regions)";
                    case FIELD, AND_FIELD -> field(entry, "wipo_fields", "inpit_fields");
                    case ADVISER ->
                        entry.getValue().equals(NOBODY)
                                ? "(licensor_adviser IS NULL OR licensee_adviser IS NULL)"
                                : "(licensor_adviser = :adviser OR licensee_adviser = :adviser)";
                    case YEAR -> "fiscal_year = :year";
                    case LICENSOR_TYPE -> "licensor_type = :licensorType";
                    case LICENSEE_TYPE -> "licensee_type = :licenseeType";
                    case LICENSOR_PREFECTURE -> prefecture("licensor_prefecture", entry);
                    case LICENSEE_PREFECTURE -> prefecture("licensee_prefecture", entry);
                    case PREFECTURE -> "(licensor_prefecture = :prefecture OR licensee_prefecture = :prefecture)";
                    case STEP -> "step >= :step";
                    case LAST_STEP -> "step = :lastStep";
                    case RUNNING -> "outcome IS NULL";
                    case GROUP -> KindGroup.valueOf(entry.getValue()).condition();
                    case WITH -> Aspect.valueOf(entry.getValue()).condition(this);
                    case ACTIVE -> "begin_year <= :active AND (end_year IS NULL OR end_year > :active)";
                    case LEFT ->
                        "case_number IN (SELECT case_number FROM stage_passage WHERE stage = :left" + span("left_on")
                                + ")";
                    case ASKED -> asked(" AND occasion = :asked");
                    case ANSWERED -> asked(" AND occasion = :answered AND tenths IS NOT NULL");
                    default -> entry.getKey() + " = :" + entry.getKey();
                })
                .toList();
    }

    private String asked(String condition) {
        return "case_number IN (SELECT case_number FROM asking_fact WHERE true" + condition + span("asked_on") + ")";
    }

    private static String prefecture(String column, Map.Entry<String, String> entry) {
        return entry.getValue().equals(ABROAD) ? column + " IS NULL" : column + " = :" + entry.getKey();
    }

    private static String field(Map.Entry<String, String> entry, String wipo, String inpit) {
        String column = entry.getValue().startsWith("W") ? wipo : inpit;
        return entry.getValue().matches(".0")
                ? column + " = '{}'"
                : column + " @> ARRAY[:" + entry.getKey() + "]::smallint[]";
    }

    private static Object parameter(String key, String value) {
        return switch (key) {
            case FROM, TO, SINCE, UNTIL -> day(key, value);
            case REGION, AND_REGION -> name(Prefecture.Region.class, key, value);
            case FIELD, AND_FIELD -> fieldNumber(value);
            case YEAR, ACTIVE -> number(key, value, 1900, 2200);
            case GROUP -> name(KindGroup.class, key, value);
            case WITH -> name(Aspect.class, key, value);
            case LEFT -> name(Stage.class, key, value);
            case ASKED, ANSWERED -> name(Occasion.class, key, value);
            case DECLINED -> name(DeclineReason.class, key, value);
            case KIND -> name(LicenceKind.class, key, value);
            case CHANNEL -> name(OriginChannel.class, key, value);
            case LICENSOR_TYPE, LICENSEE_TYPE -> name(OrganisationType.class, key, value);
            case DISTANCE -> name(Distance.class, key, value);
            case LICENSOR_PREFECTURE, LICENSEE_PREFECTURE ->
                value.equals(ABROAD) ? value : Prefecture.of(value).name();
            case PREFECTURE -> Prefecture.of(value).name();
            case OUTCOME -> name(OutcomeCode.class, key, value);
            case STEP, LAST_STEP -> number(key, value, 1, 5);
            case ROUNDS -> number(key, value, 0, 1000);
            case RUNNING -> {
                if (!value.equals("true")) {
                    throw Refusal.invalid("running: only \"true\" narrows; leave it out for all.");
                }
                yield true;
            }
            default -> value;
        };
    }

    private static String shown(String key, String value) {
        return switch (key) {
            case REGION, AND_REGION -> Prefecture.Region.valueOf(value).english();
            case FIELD, AND_FIELD -> fieldName(value);
            case YEAR, ACTIVE -> FiscalYear.name(Integer.parseInt(value));
            case GROUP -> KindGroup.valueOf(value).english();
            case WITH -> Aspect.valueOf(value).english();
            case LEFT -> Stage.valueOf(value).english();
            case ASKED, ANSWERED -> Occasion.valueOf(value).english();
            case DECLINED -> DeclineReason.valueOf(value).english();
            case RUNNING -> "yes";
            case KIND -> LicenceKind.valueOf(value).english();
            case CHANNEL -> OriginChannel.valueOf(value).english();
            case LICENSOR_TYPE, LICENSEE_TYPE -> OrganisationType.valueOf(value).english();
            case DISTANCE -> Distance.valueOf(value).english();
            case LICENSOR_PREFECTURE, LICENSEE_PREFECTURE, PREFECTURE ->
                value.equals(ABROAD) ? value : Prefecture.of(value).english();
            case OUTCOME -> OutcomeCode.valueOf(value).english();
            case STEP, LAST_STEP -> Step.values()[Integer.parseInt(value) - 1].english();
            default -> value;
        };
    }

    private static String label(String key) {
        return switch (key) {
            case AND_REGION -> "region";
            case AND_FIELD -> "field";
            case YEAR -> "fiscal year";
            case LICENSOR_TYPE -> "licensor";
            case LICENSEE_TYPE -> "licensee";
            case LICENSOR_PREFECTURE -> "licensor in";
            case LICENSEE_PREFECTURE -> "licensee in";
            case STEP -> "reached";
            case LAST_STEP -> "came as far as";
            case RUNNING -> "still running:";
            case GROUP -> "kinds:";
            case ACTIVE -> "in force at the end of";
            case LEFT -> "left the stage";
            case ASKED -> "asked about";
            case ANSWERED -> "answered about";
            case DECLINED -> "declined because:";
            default -> key;
        };
    }

    private static String fieldName(String value) {
        int number = Integer.parseInt(value.substring(1));
        if (number == 0) {
            return "unclassified";
        }
        return value.startsWith("W")
                ? TechnologyField.numbered(number).english() + " (WIPO)"
                : InpitField.numbered(number).english() + " (INPIT)";
    }

    private static int fieldNumber(String value) {
        if (!value.matches("[WI]\\d{1,2}")) {
            throw Refusal.invalid(
                    "field: \"" + value + "\" is neither a WIPO field such as W8 nor a field of INPIT's such as I3.");
        }
        int number = Integer.parseInt(value.substring(1));
        if (number > 0) {
            fieldName(value);
        }
        return number;
    }

    private static int number(String key, String value, int least, int most) {
        if (!value.matches("\\d{1,4}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw Refusal.invalid("%s: \"%s\" is no number from %d to %d.".formatted(key, value, least, most));
        }
        return Integer.parseInt(value);
    }

    private static LocalDate day(String key, String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() < 1900 || day.getYear() > 2200) {
                throw Refusal.invalid(key + ": " + value + " lies too far away.");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(key + ": \"" + value + "\" is not a date such as 2026-04-01.");
        }
    }

    private static <E extends Enum<E>> String name(Class<E> type, String key, String value) {
        return Stream.of(type.getEnumConstants())
                .map(Enum::name)
                .filter(value::equals)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(key + ": \"" + value + "\" is none of "
                        + Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }
}
