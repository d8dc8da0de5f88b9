package org.kakehashi.registry.exchange;

import java.util.List;

/** The columns of INPIT's bulk file in their order, and what each is in a row of ours. */
enum InpitColumn {
    NUMBER("開放特許情報番号", Form.TEXT, "id"),
    TITLE("タイトル", Form.TEXT, "title"),
    REGISTERED("開放特許情報登録日", Form.DATE, "registeredOn"),
    UPDATED("最新更新日", Form.DATE, "updatedOn"),
    APPLICATION("出願番号", Form.TEXT, "applicationNumber"),
    APPLICATION_DATE("出願日", Form.DATE, "applicationDate"),
    APPLICANT("出願人", Form.TEXT, "applicant"),
    PUBLICATION("公開番号", Form.TEXT, "publicationNumber"),
    REGISTRATION("登録番号", Form.TEXT, "registrationNumber"),
    PATENTEE("特許権者", Form.TEXT, "patentee"),
    INVENTION("発明の名称", Form.TEXT, "inventionName"),
    FIELD_1("技術分野1", Form.LIST, "technicalFields"),
    FIELD_2("技術分野2", Form.LIST, "technicalFields"),
    FIELD_3("技術分野3", Form.LIST, "technicalFields"),
    FUNCTION_1("機能1", Form.LIST, "functions"),
    FUNCTION_2("機能2", Form.LIST, "functions"),
    FUNCTION_3("機能3", Form.LIST, "functions"),
    PRODUCTS("適用製品", Form.TEXT, "applicableProducts"),
    PURPOSE("目的", Form.TEXT, "purpose"),
    EFFECT("効果", Form.TEXT, "effect"),
    OUTLINE("技術概要", Form.TEXT, "outline"),
    WORKED("実施実績：有無", "有", "無", "workedBefore"),
    LICENSED("許諾実績：有無", "有", "無", "licensedBefore"),
    ASSIGNMENT("特許権譲渡", "可", "否", "assignment.offered"),
    ASSIGNMENT_LUMP_SUM("特許権譲渡：対価条件（一時金）　要不要", "要", "不要", "assignment.lumpSum"),
    ASSIGNMENT_LUMP_SUM_TEXT("特許権譲渡：対価条件（一時金）", Form.TEXT, "assignment.lumpSumText"),
    ASSIGNMENT_DOMESTIC("特許権譲渡：希望譲渡先（国内）　可否", "可", "否", "assignment.domestic"),
    ASSIGNMENT_DOMESTIC_TEXT("特許権譲渡：希望譲渡先（国内）", Form.TEXT, "assignment.domesticText"),
    ASSIGNMENT_FOREIGN("特許権譲渡：希望譲渡先（国外）　可否", "可", "否", "assignment.foreign"),
    ASSIGNMENT_FOREIGN_TEXT("特許権譲渡：希望譲渡先（国外）", Form.TEXT, "assignment.foreignText"),
    LICENCE("特許権実施許諾　可否", "可", "否", "licence.offered"),
    LICENCE_KIND("特許権実施許諾：実施権条件", Form.TEXT, "licence.kindText"),
    LICENCE_LUMP_SUM("特許権実施許諾：対価条件（一時金）　要不要", "要", "不要", "licence.lumpSum"),
    LICENCE_LUMP_SUM_TEXT("特許権実施許諾：対価条件（一時金）", Form.TEXT, "licence.lumpSumText"),
    LICENCE_ROYALTY("特許権実施許諾：対価条件（ランニング）　要不要", "要", "不要", "licence.royalty"),
    LICENCE_ROYALTY_TEXT("特許権実施許諾：対価条件（ランニング）", Form.TEXT, "licence.royaltyText"),
    LICENCE_DOMESTIC("特許権実施許諾：希望譲渡先（国内）　可否", "可", "否", "licence.domestic"),
    LICENCE_DOMESTIC_TEXT("特許権実施許諾：希望譲渡先（国内）", Form.TEXT, "licence.domesticText"),
    LICENCE_FOREIGN("特許権実施許諾：希望譲渡先（国外）　可否", "可", "否", "licence.foreign"),
    LICENCE_FOREIGN_TEXT("特許権実施許諾：希望譲渡先（国外）", Form.TEXT, "licence.foreignText"),
    REGISTRANT("登録者名称", Form.TEXT, "registrant"),
    REGISTRANT_TYPE("登録者区分", Form.TEXT, "registrantType"),
    IPC("国際特許分類（IPC）", Form.IPC, "ipc"),
    RELATED_AT_HOME("関連特許：国内", Form.TEXT, "relatedAtHome"),
    RELATED_ABROAD("関連特許：国外", Form.TEXT, "relatedAbroad");

    /** What a cell holds. */
    enum Form {
        TEXT,
        DATE,
        ANSWER,
        /** One item of a list over several columns. */
        LIST,
        IPC
    }

    private static final List<InpitColumn> SEVEN_ITEMS =
            List.of(NUMBER, TITLE, APPLICATION, INVENTION, APPLICANT, ASSIGNMENT, LICENCE);

    private final String title;
    private final Form form;
    private final String yes;
    private final String no;
    private final String path;

    InpitColumn(String title, Form form, String path) {
        this(title, form, "", "", path);
    }

    InpitColumn(String title, String yes, String no, String path) {
        this(title, Form.ANSWER, yes, no, path);
    }

    InpitColumn(String title, Form form, String yes, String no, String path) {
        this.title = title;
        this.form = form;
        this.yes = yes;
        this.no = no;
        this.path = path;
    }

    String title() {
        return title;
    }

    Form form() {
        return form;
    }

    /** The word for it, in an answer's column. */
    String yes() {
        return yes;
    }

    /** The word against it, in an answer's column. */
    String no() {
        return no;
    }

    /** Where it stands in a row of ours. */
    String path() {
        return path;
    }

    /** Whether it is one of the seven items that may be shown of an application before it is published. */
    boolean isShownOfUnpublished() {
        return SEVEN_ITEMS.contains(this);
    }
}
