package org.kakehashi.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.kakehashi.RealInput;
import org.kakehashi.platform.imports.Layout;
import org.kakehashi.platform.imports.Row;
import org.kakehashi.registry.exchange.InpitTable;
import org.kakehashi.registry.exchange.SeedLayouts;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.ThreeValued;

class SeedLayoutsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-05T03:00:00Z"), ZoneOffset.UTC);

    final ObjectMapper json = new ObjectMapper();
    final SeedImport seeds = new SeedImport(null, null, null, CLOCK);

    @Test
    void everyColumnOfInpitsBulkFileFindsItsPlace() {
        SeedImport.Draft draft = read(inpit(Map.of()));

        SeedContent content = draft.content();
        assertThat(draft.owner().name()).isEqualTo("能美崎工科大学");
        assertThat(draft.owner().type()).isEqualTo(OrganisationType.UNIVERSITY);
        assertThat(content.language()).isEqualTo("ja");
        assertThat(content.texts()).isEqualTo(new SeedContent.Texts("電解質", "塗工する", "薄くする", "速い", "電池", "", ""));
        assertThat(content.patent().ipc()).containsExactly("H01M 10/0562", "H01M 10/058");
        assertThat(content.patent().applicationDate()).isEqualTo(LocalDate.of(2020, 4, 17));
        assertThat(content.topics().fields()).containsExactly("電気・電子", "化学・薬品");
        assertThat(content.maturity().workedBefore()).isEqualTo(ThreeValued.YES);
        assertThat(content.maturity().licensedBefore()).isEqualTo(ThreeValued.NO);
        assertThat(content.assignment().offered()).isEqualTo(ThreeValued.NO);
        assertThat(content.licence().kind()).isEqualTo(LicenceKind.NON_EXCLUSIVE);
        assertThat(content.licence().lumpSum()).isEqualTo(new Condition(ThreeValued.NO, ""));
        assertThat(content.licence().royalty()).isEqualTo(new Condition(ThreeValued.YES, "売上の3％"));
        assertThat(content.licence().foreign()).isEqualTo(new Condition(ThreeValued.NOT_SPECIFIED, "応相談"));
        assertThat(content.listing())
                .isEqualTo(
                        new SeedContent.Listing(LocalDate.of(2021, 1, 4), LocalDate.of(2022, 2, 5), "能美崎工科大学", "大学"));
        assertThat(content.patent().unpublished()).isFalse();
    }

    @Test
    void theColumnsAreThoseOfTheRealFile() throws IOException {
        RealInput.assumeThere();
        List<String> real = json.readValue(
                RealInput.FOLDER.resolve("reference/plidb-columns.json").toFile(), new TypeReference<>() {});
        assertThat(InpitRow.full().keySet()).containsExactlyElementsOf(real);
        assertThat(InpitTable.HEADER).isEqualTo(real);
    }

    @Test
    void aRecordThatShowsTheSevenItemsAloneIsAnUnpublishedApplication() {
        Map<String, String> emptied = new TreeMap<>();
        InpitRow.full().keySet().forEach(column -> emptied.put(column, ""));
        emptied.putAll(Map.of(
                "開放特許情報番号", "L2021000001",
                "タイトル", "電解質",
                "出願番号", "特願2020-906640",
                "発明の名称", "固体電解質",
                "出願人", "能美崎工科大学",
                "特許権実施許諾　可否", "可"));

        SeedImport.Draft draft = read(inpit(emptied));

        assertThat(draft.content().patent().unpublished()).isTrue();
        assertThat(draft.owner().name()).isEqualTo("能美崎工科大学");
        assertThat(draft.content().licence().offered()).isEqualTo(ThreeValued.YES);
    }

    @Test
    void aWordThatIsNoAnswerAndADateThatIsNoneAreTurnedDown() {
        ObjectNode word = inpit(Map.of("許諾実績：有無", "たぶん"));
        assertThatThrownBy(() -> read(word))
                .hasMessage("許諾実績：有無: \"たぶん\" is neither 有 nor 無; leave it empty where nothing is said.");
        ObjectNode date = inpit(Map.of("出願日", "2021/02/30"));
        assertThatThrownBy(() -> read(date)).hasMessage("出願日: \"2021/02/30\" is not a date.");
    }

    @Test
    void everyRecordOfPatentscopeIsReadOrTurnedDownForAReason() throws IOException {
        RealInput.assumeThere();
        Map<String, Integer> reasons = new TreeMap<>();
        RealInput.forEachRow("seeds/patentscope.jsonl.gz", record -> count(record, reasons));

        assertThat(reasons.get("read")).isGreaterThan(22_000);
        assertThat(reasons.keySet())
                .allMatch(reason -> Set.of("read", "The row names no owner.", "The title is missing.")
                                .contains(reason)
                        || reason.contains("is not an IPC symbol"));
        System.out.println("PATENTSCOPE: " + reasons.get("read") + " read, " + reasons.get("The row names no owner.")
                + " without owner");
    }

    @Test
    void nasasPatentsAreReadInEachOfTheirDatesUnlessTheyHaveExpired() throws IOException {
        RealInput.assumeThere();
        Map<String, Integer> reasons = new TreeMap<>();
        List<LocalDate> expiries = new ArrayList<>();
        try (var rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(RealInput.FOLDER.resolve("seeds/nasa-patents.csv")))) {
            for (CSVRecord row : rows) {
                ObjectNode record = json.valueToTree(row.toMap());
                count(record, reasons).ifPresent(draft -> {
                    if (draft.content().patent().expiresOn() != null) {
                        expiries.add(draft.content().patent().expiresOn());
                    }
                });
            }
        }
        assertThat(reasons.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_393);
        assertThat(reasons.keySet())
                .allMatch(reason -> reason.equals("read")
                        || reason.startsWith("The patent expired on ")
                        || reason.equals(
                                "A seed needs the number of an application, a publication or a registration."));
        assertThat(expiries).isNotEmpty().allMatch(day -> day.isAfter(LocalDate.of(2026, 10, 4)));
        assertThat(read(nasa("24 June 2031")).content().patent().expiresOn()).isEqualTo("2031-06-24");
        assertThat(read(nasa("06/24/2031")).content().patent().expiresOn()).isEqualTo("2031-06-24");
        assertThat(read(nasa("")).content().patent().expiresOn()).isNull();
        assertThatThrownBy(() -> read(nasa("10 March 2015"))).hasMessage("The patent expired on 2015-03-10.");
        assertThatThrownBy(() -> read(nasa("soon"))).hasMessage("Patent Expiration Date: \"soon\" is not a date.");
    }

    @Test
    void usPatentsAndAwardsAreToldApartFromOwnRows() throws IOException {
        assertThat(layout(object("{'id': 'US1', 'number': '1', 'title': 'T', 'abstract': null, 'applicant': 'B'}")))
                .isEqualTo("US patents");
        assertThat(layout(object("{'id': 'A1', 'title': 'T', 'abstract': 'A', 'firm': 'F'}")))
                .isEqualTo("SBIR awards");
        assertThat(layout(object("{'id': 'A1', 'title': 'T', 'outline': 'A', 'organisation': 'F'}")))
                .isEmpty();
        SeedContent award = read(object("{'id': 'A1', 'title': 'T', 'abstract': 'A', 'firm': 'F', 'link': 'L'}"))
                .content();
        assertThat(award.patent().applicationNumber()).isEqualTo("A1");
        assertThat(award.patent().applicant()).isEqualTo("F");
        assertThat(award.texts().publications()).isEqualTo("L");
    }

    private Optional<SeedImport.Draft> count(ObjectNode record, Map<String, Integer> reasons) {
        try {
            SeedImport.Draft draft = read(record);
            reasons.merge("read", 1, Integer::sum);
            return Optional.of(draft);
        } catch (Refusal e) {
            reasons.merge(e.sentences(), 1, Integer::sum);
            return Optional.empty();
        }
    }

    private SeedImport.Draft read(ObjectNode record) {
        ObjectNode row = SeedLayouts.ALL.stream()
                .filter(layout -> layout.name().equals(layout(record)))
                .findFirst()
                .map(layout -> layout.translate(record))
                .orElse(record);
        return seeds.read(new Row(1, 1, row, ""), true);
    }

    private static String layout(ObjectNode record) {
        Set<String> columns = new HashSet<>();
        record.fieldNames().forEachRemaining(columns::add);
        return SeedLayouts.ALL.stream()
                .filter(layout -> layout.fits(columns))
                .map(Layout::name)
                .findFirst()
                .orElse("");
    }

    private ObjectNode object(String text) throws IOException {
        return (ObjectNode) json.readTree(text.replace('\'', '"'));
    }

    private ObjectNode nasa(String expiry) {
        return json.createObjectNode()
                .put("Center", "NASA Kennedy Space Center")
                .put("Status", "Issued")
                .put("Case Number", "KSC-1")
                .put("Application SN", "13/033,085")
                .put("Title", "Wire repair")
                .put("Patent Expiration Date", expiry);
    }

    private ObjectNode inpit(Map<String, String> other) {
        ObjectNode record = json.createObjectNode();
        InpitRow.full().forEach((column, value) -> record.put(column, other.getOrDefault(column, value)));
        return record;
    }
}
