package org.kakehashi.demonstration.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.Seeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills an empty database once, and ends the start by naming the people one can sign in as. */
@Component
@Profile("demonstration")
@Order(10)
class Demonstration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final DemonstrationStaff staff;
    private final DemonstrationRecords records;
    private final DemonstrationCases cases;
    private final DemonstrationNetwork network;
    private final DemonstrationQuestions questions;
    private final DemonstrationHistory history;
    private final SeedRegistration registration;
    private final NeedHearing hearing;
    private final Seeds seeds;

    Demonstration(
            DemonstrationStaff staff,
            DemonstrationRecords records,
            DemonstrationCases cases,
            DemonstrationNetwork network,
            DemonstrationQuestions questions,
            DemonstrationHistory history,
            SeedRegistration registration,
            NeedHearing hearing,
            Seeds seeds) {
        this.staff = staff;
        this.records = records;
        this.cases = cases;
        this.network = network;
        this.questions = questions;
        this.history = history;
        this.registration = registration;
        this.hearing = hearing;
        this.seeds = seeds;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (seeds.findBySourceAndExternalId(DemonstrationRecords.SOURCE, "SEED-01")
                .isPresent()) {
            return;
        }
        LOG.info("Loading the demonstration: people, organisations, seeds, needs and cases in every stage");
        staff.engageOffice();
        records.engageAdvisers();
        Map<String, UUID> organisations = records.enterOrganisations();
        Map<String, String> seedNumbers = records.registerSeeds(organisations);
        Map<String, String> needNumbers = records.receiveNeeds(organisations);
        Set<String> left = new HashSet<>(seedNumbers.values());
        left.addAll(needNumbers.values());

        for (JsonNode wanted : records.rows("cases")) {
            String seed = String.valueOf(seedNumbers.get(wanted.path("seed").asText()));
            String need = String.valueOf(needNumbers.get(wanted.path("need").asText()));
            switch (wanted.path("stage").asText()) {
                case "SEED_CHECK" -> runOnce(left, "SEED", seed, "Task_CheckRegistration");
                case "SEED_EVALUATION" -> runOnce(left, "SEED", seed, "Task_EvaluateSeed");
                case "NEED_HEARING" -> runOnce(left, "NEED", need, "Task_HearNeed");
                case "SHORTLIST" -> {
                    publish(left, seed);
                    runOnce(left, "NEED", need, "Task_ReviewShortlist");
                }
                default -> {
                    publish(left, seed);
                    open(left, need);
                    cases.runCase(wanted, seed, need);
                }
            }
        }
        seedNumbers.values().forEach(seed -> publish(left, seed));
        needNumbers.values().forEach(need -> open(left, need));
        network.move(organisations);
        questions.ask();
        history.write();
    }

    private void runOnce(Set<String> left, String origin, String number, String restAt) {
        if (left.remove(number)) {
            cases.runRecord(origin, number, restAt);
        }
    }

    private void publish(Set<String> left, String seed) {
        if (left.remove(seed)) {
            registration.publish(seed);
        }
    }

    private void open(Set<String> left, String need) {
        if (left.remove(need)) {
            hearing.open(need);
        }
    }

    @EventListener
    void sayWhoIsWho(ApplicationReadyEvent ready) {
        System.out.printf(
                "  Demonstration logins, all with the password %s%n%n"
                        + "    adviser-01 … adviser-47   patent licensing advisers, one for each prefecture%n"
                        + "    registrar                 checks and files%n"
                        + "    legal, legal2             gates, drafts, reviews%n"
                        + "    manager, manager2, manager3   approve and see everything%n"
                        + "    supervisor                watches in Cockpit%n"
                        + "    integrator                REST%n"
                        + "    admin                     administers users%n%n"
                        + "  To begin anew, stop the application and delete the folder ./data.%n%n",
                DemonstrationStaff.PASSWORD);
    }
}
