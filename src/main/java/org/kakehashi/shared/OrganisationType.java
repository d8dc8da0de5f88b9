package org.kakehashi.shared;

/** What kind of organisation owns or takes a technology; statistics count by it. */
public enum OrganisationType {
    LARGE("Large company", "大企業"),
    SME("Small or medium company", "中小企業"),
    STARTUP("Start-up", "スタートアップ"),
    UNIVERSITY("University", "大学"),
    TLO("Technology licensing organisation", "TLO"),
    PUBLIC_RESEARCH("Public research institute", "公的研究機関"),
    INDIVIDUAL("Individual", "個人"),
    LOCAL_GOVERNMENT("Local government", "地方公共団体"),
    OTHER("Other", "その他");

    private final String english;
    private final String japanese;

    OrganisationType(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }
}
