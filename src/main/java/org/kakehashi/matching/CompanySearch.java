package org.kakehashi.matching;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.matching.search.CandidateSearch;
import org.kakehashi.matching.search.CandidateSearch.Kin;
import org.kakehashi.matching.search.Profile;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.Needs;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom to ask about a seed, also where nobody waits for it: companies whose open or former needs it resembles, and those
 * that own, asked for or licensed technology like it.
 */
@Component
public class CompanySearch {

    private static final int DEPTH = 30;
    private static final int REASONS = 4;

    /** Less is a guess: an open need that is somewhat like it, or somebody who owns what is hardly like it. */
    private static final double WORTH_A_CALL = 0.3;

    private final Seeds seeds;
    private final Needs needs;
    private final Matches matches;
    private final Organisations organisations;
    private final CandidateSearch search;
    private final Dealings dealings;
    private final MatchingSettings.Companies weights;

    CompanySearch(
            Seeds seeds,
            Needs needs,
            Matches matches,
            Organisations organisations,
            CandidateSearch search,
            Dealings dealings,
            MatchingSettings settings) {
        this.seeds = seeds;
        this.needs = needs;
        this.matches = matches;
        this.organisations = organisations;
        this.search = search;
        this.dealings = dealings;
        this.weights = settings.companies();
    }

    /**
     * A company worth asking.
     *
     * @param organisation none where its name may not be shown
     * @param name or that it is withheld
     * @param reasons the weightiest first
     */
    public record Company(@Nullable UUID organisation, String name, Band band, List<Reason> reasons) {}

    /**
     * Why a company may be interested; a sentence to programs.
     *
     * @param what it did or does about a record
     * @param title of the record
     * @param number of the record
     */
    public record Reason(String what, String title, String number) {

        @JsonValue
        public String sentence() {
            return what + ": " + title + " (" + number + ")";
        }
    }

    private record Ground(UUID organisation, String withheld, double weight, Reason reason) {}

    /** Best first. */
    @Transactional(readOnly = true)
    public List<Company> companiesFor(String seedNumber, int limit) {
        Seed seed = seeds.numbered(seedNumber);
        Profile profile = Profile.of(seed);
        List<Ground> grounds = new ArrayList<>();
        needs(search.kin(profile, Side.LICENSEE, DEPTH), grounds);
        seeds(search.kin(profile, Side.LICENSOR, DEPTH), grounds);
        Set<UUID> group = organisations.group(seed.organisationId());
        grounds.removeIf(ground -> group.contains(ground.organisation));
        return ranked(grounds, limit);
    }

    private void needs(Kin kin, List<Ground> grounds) {
        for (Need need : needs.findAllById(kin.likeness().keySet())) {
            double share = kin.to(Profile.of(need));
            boolean open = need.status() == Need.Status.OPEN;
            if (share > 0 && (open || need.status() == Need.Status.CLOSED)) {
                boolean shown = need.content().nameMayBeShown();
                grounds.add(new Ground(
                        need.organisationId(),
                        shown ? "" : need.number(),
                        (open ? weights.openNeed() : weights.formerNeed()) * share,
                        new Reason(
                                open ? "Looks for it now" : "Looked for the like once", need.title(), need.number())));
            }
        }
    }

    private void seeds(Kin kin, List<Ground> grounds) {
        Map<String, Double> like = new HashMap<>();
        Map<String, Seed> similar = new HashMap<>();
        for (Seed seed : seeds.findAllById(kin.likeness().keySet())) {
            double share = seed.status() == Seed.Status.PUBLISHED ? kin.to(Profile.of(seed)) : 0;
            if (share > 0) {
                like.put(seed.number(), share);
                similar.put(seed.number(), seed);
            }
        }
        Map<String, Set<UUID>> licensees = dealings.licensees(similar.keySet());
        Map<String, Set<UUID>> asked = asked(similar.keySet());
        similar.forEach((number, seed) -> {
            double share = like.getOrDefault(number, 0.0);
            grounds.add(new Ground(
                    seed.organisationId(),
                    "",
                    weights.owner() * share,
                    new Reason("Owns the like", seed.title(), number)));
            licensees
                    .getOrDefault(number, Set.of())
                    .forEach(company -> grounds.add(new Ground(
                            company,
                            "",
                            weights.licensee() * share,
                            new Reason("Licensed the like", seed.title(), number))));
            asked.getOrDefault(number, Set.of())
                    .forEach(company -> grounds.add(new Ground(
                            company,
                            "",
                            weights.asked() * share,
                            new Reason("Wanted to talk about the like", seed.title(), number))));
        });
    }

    /** The companies with a case on one of the seeds whose names may be shown. */
    private Map<String, Set<UUID>> asked(Collection<String> seedNumbers) {
        List<Match> accepted = matches.findBySeedNumberInAndStatus(seedNumbers, Match.Status.ACCEPTED);
        Map<String, Need> wanting = needs
                .findAllById(accepted.stream().map(Match::needNumber).toList())
                .stream()
                .filter(need -> need.content().nameMayBeShown())
                .collect(Collectors.toMap(Need::number, need -> need));
        Map<String, Set<UUID>> asked = new HashMap<>();
        for (Match match : accepted) {
            Need need = wanting.get(match.needNumber());
            if (need != null) {
                asked.computeIfAbsent(match.seedNumber(), seed -> new HashSet<>())
                        .add(need.organisationId());
            }
        }
        return asked;
    }

    /** Whose name is withheld stands for each of its needs alone, so that nothing else tells it. */
    private List<Company> ranked(List<Ground> grounds, int limit) {
        Map<String, List<Ground>> byCompany = new LinkedHashMap<>();
        grounds.stream()
                .sorted(Comparator.comparingDouble(Ground::weight)
                        .reversed()
                        .thenComparing(ground -> ground.reason.sentence()))
                .forEach(ground -> byCompany
                        .computeIfAbsent(
                                ground.withheld.isEmpty() ? ground.organisation.toString() : ground.withheld,
                                company -> new ArrayList<>())
                        .add(ground));
        Map<UUID, Organisation> known = new HashMap<>();
        organisations
                .findAllById(grounds.stream().map(Ground::organisation).collect(Collectors.toSet()))
                .forEach(organisation -> known.put(organisation.id(), organisation));
        List<List<Ground>> best = byCompany.values().stream()
                .sorted(Comparator.comparingDouble(CompanySearch::weight).reversed())
                .limit(limit)
                .toList();
        double most = best.isEmpty() ? 0 : weight(best.get(0));
        return best.stream()
                .map(company -> {
                    Ground first = company.get(0);
                    Organisation organisation = first.withheld.isEmpty() ? known.get(first.organisation) : null;
                    return new Company(
                            organisation == null ? null : organisation.id(),
                            organisation == null ? "Name withheld" : organisation.name(),
                            Band.of(weight(company), most, weight(company) >= WORTH_A_CALL),
                            company.stream()
                                    .map(Ground::reason)
                                    .distinct()
                                    .limit(REASONS)
                                    .toList());
                })
                .toList();
    }

    /** The weightiest ground in full, each further one by half of the one before. */
    private static double weight(List<Ground> company) {
        double share = 1;
        double weight = 0;
        for (Ground ground : company) {
            weight += share * ground.weight;
            share /= 2;
        }
        return weight;
    }
}
