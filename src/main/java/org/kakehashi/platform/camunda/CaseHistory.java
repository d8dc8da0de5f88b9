package org.kakehashi.platform.camunda;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * History of who did what when, and of what went wrong; none of variables. The product's own tables keep the substance
 * of a case, and nothing confidential stays behind in the engine.
 */
class CaseHistory extends AbstractHistoryLevel {

    static final String NAME = "case";

    private static final Set<HistoryEventTypes> EXTRA = Set.of(
            HistoryEventTypes.INCIDENT_CREATE,
            HistoryEventTypes.INCIDENT_MIGRATE,
            HistoryEventTypes.INCIDENT_RESOLVE,
            HistoryEventTypes.INCIDENT_DELETE,
            HistoryEventTypes.INCIDENT_UPDATE,
            HistoryEventTypes.USER_OPERATION_LOG);

    @Override
    public int getId() {
        return 41;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, @Nullable Object entity) {
        return HistoryLevel.HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(eventType, entity)
                || EXTRA.stream().anyMatch(extra -> extra.equals(eventType));
    }
}
