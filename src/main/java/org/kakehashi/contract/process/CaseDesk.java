package org.kakehashi.contract.process;

import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.TermSheets;
import org.springframework.stereotype.Component;

/** What every form of the module asks about its case. */
@Component
record CaseDesk(CaseFacts facts, LicensingCases cases, TermSheets termSheets) {}
