package org.kakehashi.shared;

/** What kind of organisation owns or takes a technology; statistics count by it. */
public enum OrganisationType {
    LARGE,
    SME,
    STARTUP,
    UNIVERSITY,
    TLO,
    PUBLIC_RESEARCH,
    INDIVIDUAL,
    LOCAL_GOVERNMENT,
    OTHER
}
