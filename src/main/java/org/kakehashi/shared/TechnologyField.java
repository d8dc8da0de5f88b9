package org.kakehashi.shared;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The 35 fields of technology by which the World Intellectual Property Organization counts patents, each with the IPC
 * subclasses and main groups that belong to it.
 *
 * <p>A field's rules are written as {@code H02BGH} for the subclasses H02B, H02G and H02H, and as {@code H04N:3,5} for
 * the main groups H04N 3 and H04N 5.
 */
public enum TechnologyField {
    ELECTRICAL_MACHINERY(
            1,
            Sector.ELECTRICAL_ENGINEERING,
            "Electrical machinery, apparatus, energy",
            "電気機械、電気装置、電気エネルギー",
            "F21HKLSVWY H01BCFGHJKMRT H02BGHJKMNPS H05BCF H99Z"),
    AUDIO_VISUAL(
            2,
            Sector.ELECTRICAL_ENGINEERING,
            "Audio-visual technology",
            "音響・映像技術",
            "G09FG G11B H04RS H05K H04N:3,5,7,9,11,13,15,17,19,101"),
    TELECOMMUNICATIONS(3, Sector.ELECTRICAL_ENGINEERING, "Telecommunications", "電気通信", "G08C H01PQ H04BHJKMQ H04N:1"),
    DIGITAL_COMMUNICATION(4, Sector.ELECTRICAL_ENGINEERING, "Digital communication", "デジタル通信", "H04LW H04N:21"),
    BASIC_COMMUNICATION(5, Sector.ELECTRICAL_ENGINEERING, "Basic communication processes", "基本電子素子", "H03BCDFGHJKLM"),
    COMPUTER_TECHNOLOGY(
            6, Sector.ELECTRICAL_ENGINEERING, "Computer technology", "コンピューターテクノロジー", "G06CDEFGJKMNT G10L G11C"),
    IT_METHODS(7, Sector.ELECTRICAL_ENGINEERING, "IT methods for management", "ビジネス方法", "G06Q"),
    SEMICONDUCTORS(8, Sector.ELECTRICAL_ENGINEERING, "Semiconductors", "半導体", "H01L"),
    OPTICS(9, Sector.INSTRUMENTS, "Optics", "光学機器", "G02BCF G03BCDFGH H01S"),
    MEASUREMENT(
            10,
            Sector.INSTRUMENTS,
            "Measurement",
            "計測",
            "G01BCDFGHJKLMPQRSVW G04BCDFGR G12B G99Z "
                    + "G01N:1,3,5,7,9,11,13,15,17,19,21,22,23,24,25,27,29,30,31,35,37"),
    BIOLOGICAL_ANALYSIS(11, Sector.INSTRUMENTS, "Analysis of biological materials", "生物材料分析", "G01N:33"),
    CONTROL(12, Sector.INSTRUMENTS, "Control", "制御", "G05BDF G07BCDFG G08BG G09BCD"),
    MEDICAL_TECHNOLOGY(13, Sector.INSTRUMENTS, "Medical technology", "医療機器", "A61BCDFGHJLMN H05G G16H"),
    ORGANIC_CHEMISTRY(14, Sector.CHEMISTRY, "Organic fine chemistry", "有機化学、化粧品", "A61Q C07BCDFHJ C40B A61K:8"),
    BIOTECHNOLOGY(15, Sector.CHEMISTRY, "Biotechnology", "バイオテクノロジー", "C07GK C12MNPQRS"),
    PHARMACEUTICALS(
            16,
            Sector.CHEMISTRY,
            "Pharmaceuticals",
            "製薬",
            "A61P A61K:6,9,31,33,35,36,38,39,41,45,47,48,49,50,51,101,103,125,127,129,131,133,135"),
    POLYMERS(17, Sector.CHEMISTRY, "Macromolecular chemistry, polymers", "高分子化学、ポリマー", "C08BCFGHKL"),
    FOOD_CHEMISTRY(
            18,
            Sector.CHEMISTRY,
            "Food chemistry",
            "食品化学",
            "A01H A21D A23BCDFGJKL C12CFGHJ C13DFJK C13B:10,20,30,35,40,50,99"),
    BASIC_MATERIALS(
            19,
            Sector.CHEMISTRY,
            "Basic materials chemistry",
            "基礎材料化学",
            "A01NP C05BCDFG C06BCDF C09BCDFGHJK C10BCFGHJKLMN C11BCD C99Z"),
    METALLURGY(20, Sector.CHEMISTRY, "Materials, metallurgy", "無機材料、冶金", "B22CDF C01BCDFG C03C C04B C21BCD C22BCF"),
    SURFACE_TECHNOLOGY(21, Sector.CHEMISTRY, "Surface technology, coating", "表面加工", "B05CD B32B C23CDFG C25BCDF C30B"),
    NANOTECHNOLOGY(22, Sector.CHEMISTRY, "Micro-structural and nano-technology", "マイクロ構造、ナノテクノロジー", "B81BC B82BY"),
    CHEMICAL_ENGINEERING(
            23,
            Sector.CHEMISTRY,
            "Chemical engineering",
            "化学工学",
            "B01BFJL B02C B03BCD B04BC B05B B06B B07BC B08B C14C D06BCL F25J F26B H05H "
                    + "B01D:1,3,5,7,8,9,11,12,15,17,19,21,24,25,27,29,33,35,36,37,39,41,43,57,59,61,63,65,67,69,71"),
    ENVIRONMENTAL_TECHNOLOGY(
            24,
            Sector.CHEMISTRY,
            "Environmental technology",
            "環境技術",
            "A62C B09BC B65F C02F F01N F23GJ G01T B01D:45,46,47,49,50,51,52,53 E01F:8"),
    HANDLING(25, Sector.MECHANICAL_ENGINEERING, "Handling", "ハンドリング機械", "B25J B65BCDGH B66BCDF B67BCD"),
    MACHINE_TOOLS(
            26,
            Sector.MECHANICAL_ENGINEERING,
            "Machine tools",
            "機械加工器具",
            "A62D B21BCDFGHJKL B23BCDFGHKPQ B24BCD B25BCDFGH B26BDF B27BCDFGHJKLMN B30B"),
    ENGINES(
            27,
            Sector.MECHANICAL_ENGINEERING,
            "Engines, pumps, turbines",
            "エンジン、ポンプ、タービン",
            "F01BCDKLMP F02BCDFGKMNP F03BCDGH F04BCDF F23R F99Z G21BCDFGHJK"),
    TEXTILE_AND_PAPER(
            28,
            Sector.MECHANICAL_ENGINEERING,
            "Textile and paper machines",
            "繊維、製紙",
            "A41H A43D A46D B31BCDF B41BCDFGJKLMN C14B D01BCDFGH D02GHJ D03CDJ D04BCGH D05BC "
                    + "D06GHJMPQ D21BCDFGHJ D99Z"),
    OTHER_MACHINES(
            29,
            Sector.MECHANICAL_ENGINEERING,
            "Other special machines",
            "その他の特殊機械",
            "A01BCDFGJKLM A21BC A22BC A23NP B02B B28BCD B29BCDKL B33Y B99Z C03B C08J C12L C13CGH "
                    + "F41ABCFGHJ F42BCD C13B:5,15,25,45"),
    THERMAL_PROCESSES(
            30,
            Sector.MECHANICAL_ENGINEERING,
            "Thermal processes and apparatus",
            "熱処理機構",
            "F22BDG F23BCDHKLMNQ F24BCDFHJSTV F25BC F27BD F28BCDFG"),
    MECHANICAL_ELEMENTS(
            31, Sector.MECHANICAL_ENGINEERING, "Mechanical elements", "機械部品", "F15BCD F16BCDFGHJKLMNPST F17BCD G05G"),
    TRANSPORT(
            32,
            Sector.MECHANICAL_ENGINEERING,
            "Transport",
            "運輸",
            "B60BCDFGHJKLMNPQRSTVW B61BCDFGHJKL B62BCDHJKLM B63BCGHJ B64BCDFG"),
    FURNITURE_AND_GAMES(33, Sector.OTHER, "Furniture, games", "家具、ゲーム", "A47BCDFGHJKL A63BCDFGHJK"),
    CONSUMER_GOODS(
            34,
            Sector.OTHER,
            "Other consumer goods",
            "その他の消費財",
            "A24BCDF A41BCDFG A42BC A43BC A44BC A45BCDF A46B A62B A99Z B42BCDF B43KLM B44BCDF B68BCFG "
                    + "D04D D06FN D07B F25D G10BCDFGHK"),
    CIVIL_ENGINEERING(
            35,
            Sector.OTHER,
            "Civil engineering",
            "土木技術",
            "E01BCDH E02BCDF E03BCDF E04BCDFGH E05BCDFG E06BC E21BCDF E99Z E01F:1,3,5,7,9,11,13,15");

    private static final Map<String, TechnologyField> BY_PREFIX = prefixes();

    private final int number;
    private final Sector sector;
    private final String english;
    private final String japanese;
    private final String rules;

    TechnologyField(int number, Sector sector, String english, String japanese, String rules) {
        this.number = number;
        this.sector = sector;
        this.english = english;
        this.japanese = japanese;
        this.rules = rules;
    }

    /** The fields of a symbol: that of its main group, else that of its subclass; none where no rule names either. */
    public static Set<TechnologyField> of(IpcSymbol symbol) {
        return symbol.mainGroup()
                .map(group -> BY_PREFIX.get(symbol.subclass() + group))
                .or(() -> Optional.ofNullable(BY_PREFIX.get(symbol.subclass())))
                .map(Set::of)
                .orElse(Set.of());
    }

    /** The fields of several symbols together. */
    public static Set<TechnologyField> of(Collection<IpcSymbol> symbols) {
        var fields = EnumSet.noneOf(TechnologyField.class);
        symbols.forEach(symbol -> fields.addAll(of(symbol)));
        return fields;
    }

    /** @throws Refusal where the number is not between 1 and 35 */
    public static TechnologyField numbered(int number) {
        if (number < 1 || number > values().length) {
            throw Refusal.invalid("There is no technology field " + number + ": give a number from 1 to 35.");
        }
        return values()[number - 1];
    }

    /** WIPO's number, 1 to 35. */
    public int number() {
        return number;
    }

    public Sector sector() {
        return sector;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }

    private static Map<String, TechnologyField> prefixes() {
        var prefixes = new HashMap<String, TechnologyField>();
        for (TechnologyField field : values()) {
            for (String rule : field.rules.split(" ")) {
                int colon = rule.indexOf(':');
                if (colon < 0) {
                    rule.substring(3)
                            .chars()
                            .forEach(letter -> prefixes.put(rule.substring(0, 3) + (char) letter, field));
                } else {
                    Arrays.stream(rule.substring(colon + 1).split(","))
                            .forEach(group -> prefixes.put(rule.substring(0, colon) + group, field));
                }
            }
        }
        return Map.copyOf(prefixes);
    }

    /** The five sectors that the fields make up. */
    public enum Sector {
        ELECTRICAL_ENGINEERING("Electrical engineering"),
        INSTRUMENTS("Instruments"),
        CHEMISTRY("Chemistry"),
        MECHANICAL_ENGINEERING("Mechanical engineering"),
        OTHER("Other fields");

        private final String english;

        Sector(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }
}
