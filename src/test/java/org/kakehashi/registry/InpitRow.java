package org.kakehashi.registry;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A record as INPIT's bulk file has it, invented. */
final class InpitRow {

    private static final String FULL = """
            開放特許情報番号=L2021000001
            タイトル=電解質
            開放特許情報登録日=2021/01/04
            最新更新日=2022/2/5
            出願番号=特願2020-906640
            出願日=2020年4月17日
            出願人=能美崎工科大学
            公開番号=特開2021-906640
            登録番号=特許第9905538号
            特許権者=能美崎工科大学
            発明の名称=固体電解質シート
            技術分野1=電気・電子
            技術分野2=化学・薬品
            技術分野3=
            機能1=材料・素材の製造
            機能2=
            機能3=
            適用製品=電池
            目的=薄くする
            効果=速い
            技術概要=塗工する
            実施実績：有無=有
            許諾実績：有無=無
            特許権譲渡=否
            特許権譲渡：対価条件（一時金）　要不要=要
            特許権譲渡：対価条件（一時金）=300万円
            特許権譲渡：希望譲渡先（国内）　可否=可
            特許権譲渡：希望譲渡先（国内）=石川県内
            特許権譲渡：希望譲渡先（国外）　可否=否
            特許権譲渡：希望譲渡先（国外）=
            特許権実施許諾　可否=可
            特許権実施許諾：実施権条件=通常実施権
            特許権実施許諾：対価条件（一時金）　要不要=不要
            特許権実施許諾：対価条件（一時金）=
            特許権実施許諾：対価条件（ランニング）　要不要=要
            特許権実施許諾：対価条件（ランニング）=売上の3％
            特許権実施許諾：希望譲渡先（国内）　可否=可
            特許権実施許諾：希望譲渡先（国内）=
            特許権実施許諾：希望譲渡先（国外）　可否=
            特許権実施許諾：希望譲渡先（国外）=応相談
            登録者名称=能美崎工科大学
            登録者区分=大学
            国際特許分類（IPC）=H01M 10/0562; H01M10/058
            関連特許：国内=特許第9905539号
            関連特許：国外=US 99055390
            """;

    private InpitRow() {}

    /** A file of such records. */
    @SafeVarargs
    static byte[] table(Map<String, String>... rows) throws IOException {
        var text = new StringWriter();
        var printer = new CSVPrinter(text, CSVFormat.RFC4180);
        printer.printRecord(full().keySet());
        for (Map<String, String> row : rows) {
            printer.printRecord(row.values());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A record that differs in some columns. */
    static Map<String, String> with(Map<String, String> other) {
        Map<String, String> row = full();
        row.putAll(other);
        return row;
    }

    /** A record of which only some columns are filled. */
    static Map<String, String> only(Map<String, String> filled) {
        Map<String, String> row = full();
        row.replaceAll((column, value) -> filled.getOrDefault(column, ""));
        return row;
    }

    /** The columns with what they hold, in their order. */
    static Map<String, String> full() {
        Map<String, String> row = new LinkedHashMap<>();
        FULL.lines().forEach(line -> row.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return row;
    }
}
