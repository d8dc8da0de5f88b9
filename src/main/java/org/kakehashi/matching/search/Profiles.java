package org.kakehashi.matching.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kakehashi.needs.Needs;
import org.kakehashi.registry.Seeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what the search knows of records as they are committed now. One that cannot be read holds up no other. */
@Component
class Profiles {

    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

    private final Seeds seeds;
    private final Needs needs;
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    Profiles(Seeds seeds, Needs needs, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.seeds = seeds;
        this.needs = needs;
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.ownTransaction.setReadOnly(true);
    }

    /** By number; without those that are not there or, with a word in the log, cannot be read. */
    Map<String, Profile> of(Collection<String> numbers) {
        try {
            return Map.copyOf(ownTransaction.execute(status -> Stream.concat(
                            seeds.findAllById(numbers).stream().map(Profile::of),
                            needs.findAllById(numbers).stream().map(Profile::of))
                    .collect(Collectors.toMap(Profile::number, record -> record))));
        } catch (RuntimeException e) {
            assureTheDatabaseAnswers();
            return numbers.size() == 1 ? without(numbers, e) : byHalves(List.copyOf(numbers));
        }
    }

    /** Throws what a lost database throws, so that no record is taken for the cause. */
    private void assureTheDatabaseAnswers() {
        ownTransaction.executeWithoutResult(
                status -> jdbc.sql("SELECT 1").query(Integer.class).single());
    }

    private static Map<String, Profile> without(Collection<String> one, RuntimeException fault) {
        LOG.error("{} is left out of matching until it changes, as it cannot be read", one, fault);
        return Map.of();
    }

    private Map<String, Profile> byHalves(List<String> numbers) {
        int middle = numbers.size() / 2;
        Map<String, Profile> both = new HashMap<>(of(numbers.subList(0, middle)));
        both.putAll(of(numbers.subList(middle, numbers.size())));
        return both;
    }
}
