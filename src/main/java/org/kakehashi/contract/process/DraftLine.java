package org.kakehashi.contract.process;

import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.contract.ContractDraft;

/** A line of the table of drafts in forms. */
record DraftLine(int number, String document, String draftedBy, String note, String verdict, String comment) {

    static List<DraftLine> all(List<ContractDraft> drafts) {
        return drafts.stream()
                .map(draft -> new DraftLine(
                        draft.number(),
                        draft.document(),
                        draft.draftedBy(),
                        draft.note(),
                        draft.verdict() == null
                                ? "Waits for its review"
                                : draft.verdict().english(),
                        StringUtils.defaultString(draft.comment())))
                .toList();
    }
}
