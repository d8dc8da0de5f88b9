package org.kakehashi.negotiation.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.kakehashi.negotiation.process.CasePosition;
import org.kakehashi.platform.journal.Journal;

/** A case with its course; who may see its outline only gets empty lists. */
record CaseFileResponse(
        @JsonUnwrapped CaseResponse outline,

        @Schema(description = "The non-confidential summary both companies read")
        String summary,

        List<CasePosition.OpenTask> openTasks,
        @Schema(description = "What happened, oldest first") List<Journal.Entry> timeline,
        List<AnswerResponse> answers) {}
