package org.kakehashi.royalties;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AuditClauseTest {

    @Test
    void thePercentageThatTheClauseNamesDecidesWhoPaysForTheAudit() {
        assertThat(AuditClause.costMovesAt("Once a year; cost borne by the licensee over 5 %", BigDecimal.TEN))
                .isEqualByComparingTo("5");
        assertThat(AuditClause.costMovesAt("過少報告が７.５％以上の場合", BigDecimal.TEN)).isEqualByComparingTo("7.5");
        assertThat(AuditClause.costMovesAt("Once a year", BigDecimal.TEN)).isEqualByComparingTo("10");
        assertThat(AuditClause.costMovesAt("", BigDecimal.TEN)).isEqualByComparingTo("10");
    }

    @Test
    void whereThereIsNoAuditItsCostNeverMoves() {
        assertThat(AuditClause.costMovesAt("None.", BigDecimal.TEN)).isNull();
        assertThat(AuditClause.costMovesAt("なし", BigDecimal.TEN)).isNull();
    }
}
