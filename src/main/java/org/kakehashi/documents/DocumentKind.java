package org.kakehashi.documents;

/** What a document of a case is. */
public enum DocumentKind {
    NDA("Confidentiality agreement", "秘密保持契約書"),
    EVALUATION_AGREEMENT("Evaluation agreement", "評価契約書"),
    OPTION_AGREEMENT("Option agreement", "オプション契約書"),
    MATERIAL_TRANSFER("Material transfer agreement", "試料提供契約書"),
    TERM_SHEET("Term sheet", "タームシート"),
    LICENCE_AGREEMENT("Licence agreement", "実施許諾契約書"),
    ASSIGNMENT("Assignment", "特許権譲渡契約書"),
    CONTRACT_REPORT("Contract report", "契約成立報告書"),
    TECHNICAL("Technical document", "技術資料"),
    OTHER("Other document", "その他");

    private final String english;
    private final String japanese;

    DocumentKind(String english, String japanese) {
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
