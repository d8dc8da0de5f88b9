package org.kakehashi.shared;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Japan's 47 prefectures by their ISO 3166-2 codes, in the order of the codes. */
public enum Prefecture {
    HOKKAIDO("JP-01", "北海道", "Hokkaido", Region.HOKKAIDO_TOHOKU),
    AOMORI("JP-02", "青森県", "Aomori", Region.HOKKAIDO_TOHOKU),
    IWATE("JP-03", "岩手県", "Iwate", Region.HOKKAIDO_TOHOKU),
    MIYAGI("JP-04", "宮城県", "Miyagi", Region.HOKKAIDO_TOHOKU),
    AKITA("JP-05", "秋田県", "Akita", Region.HOKKAIDO_TOHOKU),
    YAMAGATA("JP-06", "山形県", "Yamagata", Region.HOKKAIDO_TOHOKU),
    FUKUSHIMA("JP-07", "福島県", "Fukushima", Region.HOKKAIDO_TOHOKU),
    IBARAKI("JP-08", "茨城県", "Ibaraki", Region.KANTO),
    TOCHIGI("JP-09", "栃木県", "Tochigi", Region.KANTO),
    GUNMA("JP-10", "群馬県", "Gunma", Region.KANTO),
    SAITAMA("JP-11", "埼玉県", "Saitama", Region.KANTO),
    CHIBA("JP-12", "千葉県", "Chiba", Region.KANTO),
    TOKYO("JP-13", "東京都", "Tokyo", Region.KANTO),
    KANAGAWA("JP-14", "神奈川県", "Kanagawa", Region.KANTO),
    NIIGATA("JP-15", "新潟県", "Niigata", Region.KANTO),
    TOYAMA("JP-16", "富山県", "Toyama", Region.CHUBU),
    ISHIKAWA("JP-17", "石川県", "Ishikawa", Region.CHUBU),
    FUKUI("JP-18", "福井県", "Fukui", Region.KINKI),
    YAMANASHI("JP-19", "山梨県", "Yamanashi", Region.KANTO),
    NAGANO("JP-20", "長野県", "Nagano", Region.KANTO),
    GIFU("JP-21", "岐阜県", "Gifu", Region.CHUBU),
    SHIZUOKA("JP-22", "静岡県", "Shizuoka", Region.KANTO),
    AICHI("JP-23", "愛知県", "Aichi", Region.CHUBU),
    MIE("JP-24", "三重県", "Mie", Region.CHUBU),
    SHIGA("JP-25", "滋賀県", "Shiga", Region.KINKI),
    KYOTO("JP-26", "京都府", "Kyoto", Region.KINKI),
    OSAKA("JP-27", "大阪府", "Osaka", Region.KINKI),
    HYOGO("JP-28", "兵庫県", "Hyogo", Region.KINKI),
    NARA("JP-29", "奈良県", "Nara", Region.KINKI),
    WAKAYAMA("JP-30", "和歌山県", "Wakayama", Region.KINKI),
    TOTTORI("JP-31", "鳥取県", "Tottori", Region.CHUGOKU),
    SHIMANE("JP-32", "島根県", "Shimane", Region.CHUGOKU),
    OKAYAMA("JP-33", "岡山県", "Okayama", Region.CHUGOKU),
    HIROSHIMA("JP-34", "広島県", "Hiroshima", Region.CHUGOKU),
    YAMAGUCHI("JP-35", "山口県", "Yamaguchi", Region.CHUGOKU),
    TOKUSHIMA("JP-36", "徳島県", "Tokushima", Region.SHIKOKU),
    KAGAWA("JP-37", "香川県", "Kagawa", Region.SHIKOKU),
    EHIME("JP-38", "愛媛県", "Ehime", Region.SHIKOKU),
    KOCHI("JP-39", "高知県", "Kochi", Region.SHIKOKU),
    FUKUOKA("JP-40", "福岡県", "Fukuoka", Region.KYUSHU_OKINAWA),
    SAGA("JP-41", "佐賀県", "Saga", Region.KYUSHU_OKINAWA),
    NAGASAKI("JP-42", "長崎県", "Nagasaki", Region.KYUSHU_OKINAWA),
    KUMAMOTO("JP-43", "熊本県", "Kumamoto", Region.KYUSHU_OKINAWA),
    OITA("JP-44", "大分県", "Oita", Region.KYUSHU_OKINAWA),
    MIYAZAKI("JP-45", "宮崎県", "Miyazaki", Region.KYUSHU_OKINAWA),
    KAGOSHIMA("JP-46", "鹿児島県", "Kagoshima", Region.KYUSHU_OKINAWA),
    OKINAWA("JP-47", "沖縄県", "Okinawa", Region.KYUSHU_OKINAWA);

    private static final Map<String, Prefecture> BY_CODE =
            Stream.of(values()).collect(Collectors.toMap(Prefecture::code, Function.identity()));

    private final String code;
    private final String japanese;
    private final String english;
    private final Region region;

    Prefecture(String code, String japanese, String english, Region region) {
        this.code = code;
        this.japanese = japanese;
        this.english = english;
        this.region = region;
    }

    /**
     * @param code such as {@code JP-13}
     * @throws Refusal where no prefecture has the code
     */
    public static Prefecture of(String code) {
        @Nullable Prefecture prefecture = BY_CODE.get(code);
        if (prefecture == null) {
            throw Refusal.invalid("\"" + code + "\" is not a prefecture: give its ISO 3166-2 code, JP-01 to JP-47.");
        }
        return prefecture;
    }

    /** The ISO 3166-2 code, such as {@code JP-13}. */
    public String code() {
        return code;
    }

    public String japanese() {
        return japanese;
    }

    public String english() {
        return english;
    }

    public Region region() {
        return region;
    }

    /** The seven regions of the programme's reports. */
    public enum Region {
        HOKKAIDO_TOHOKU("北海道・東北", "Hokkaido and Tohoku"),
        KANTO("関東", "Kanto"),
        CHUBU("中部", "Chubu"),
        KINKI("近畿", "Kinki"),
        CHUGOKU("中国", "Chugoku"),
        SHIKOKU("四国", "Shikoku"),
        KYUSHU_OKINAWA("九州・沖縄", "Kyushu and Okinawa");

        private final String japanese;
        private final String english;

        Region(String japanese, String english) {
            this.japanese = japanese;
            this.english = english;
        }

        public String japanese() {
            return japanese;
        }

        public String english() {
            return english;
        }
    }
}
