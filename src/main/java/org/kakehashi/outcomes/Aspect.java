package org.kakehashi.outcomes;

/** What else is known of a contract, so that the contracts behind a figure of it are found. */
enum Aspect {
    IMPACT("a released impact", "impact_fact", "fiscal_year", "true"),
    INCOME("income", "payment", "received_on", "currency = 'JPY'"),
    INQUIRY("an inquiry sent", "inquiry", "asked_on", "asked_on IS NOT NULL"),
    ANSWER("an inquiry answered", "inquiry", "asked_on", "asked_on IS NOT NULL AND state = 'ANSWERED'");

    private final String english;
    private final String table;
    private final String time;
    private final String condition;

    Aspect(String english, String table, String time, String condition) {
        this.english = english;
        this.table = table;
        this.time = time;
        this.condition = condition;
    }

    String english() {
        return english;
    }

    /** The condition on a contract's facts: it has this, in the time that the selection names beside it. */
    String condition(Selection selection) {
        String span = this == IMPACT ? selection.spanOfYears(time) : selection.span(time);
        return "contract_number IN (SELECT contract_number FROM " + table + " WHERE " + condition + span + ")";
    }
}
