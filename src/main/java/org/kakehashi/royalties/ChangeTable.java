package org.kakehashi.royalties;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ChangeTable extends JpaRepository<Change, UUID> {

    List<Change> findByContractNumberAndState(String contractNumber, Change.State state);

    boolean existsByContractNumberAndStateIn(String contractNumber, Collection<Change.State> states);
}
