package org.kakehashi.contract;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kakehashi.matching.Dealings;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** Tells matching what the register says of seeds. */
@Component
class SeedDealings implements Dealings {

    private final ContractTable contracts;
    private final Clock clock;

    SeedDealings(ContractTable contracts, Clock clock) {
        this.contracts = contracts;
        this.clock = clock;
    }

    @Override
    public Set<String> taken(Collection<String> seedNumbers) {
        return live(seedNumbers)
                .filter(contract -> contract.grant().leavesNothingInJapan())
                .map(Contract::seedNumber)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, List<Right>> rights(Collection<String> seedNumbers) {
        return live(seedNumbers)
                .collect(Collectors.groupingBy(
                        Contract::seedNumber,
                        Collectors.mapping(contract -> right(contract.grant()), Collectors.toList())));
    }

    private Stream<Contract> live(Collection<String> seedNumbers) {
        LocalDate today = LocalDate.now(clock);
        return contracts.findBySeedNumberInAndStatusNot(seedNumbers, Contract.Status.VOID).stream()
                .filter(contract -> contract.grant().isLiveOn(today));
    }

    private static Right right(Grant grant) {
        return new Right(grant.kind(), grant.holdsAllOverJapan(), grant.described());
    }

    @Override
    public Map<String, Set<UUID>> licensees(Collection<String> seedNumbers) {
        return contracts.findBySeedNumberInAndStatusNot(seedNumbers, Contract.Status.VOID).stream()
                .collect(Collectors.groupingBy(
                        Contract::seedNumber,
                        Collectors.mapping(
                                contract -> contract.party(Side.LICENSEE).organisation(), Collectors.toSet())));
    }
}
