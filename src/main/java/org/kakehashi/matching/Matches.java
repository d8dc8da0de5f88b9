package org.kakehashi.matching;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.DeclineReason;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All matches, proposed and decided. */
public interface Matches extends JpaRepository<Match, String> {

    Optional<Match> findBySeedNumberAndNeedNumber(String seedNumber, String needNumber);

    /** For a decision, before which a search that weighs the pair anew at this moment has to stand back. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Match m where m.number = :number")
    Optional<Match> findToDecide(String number);

    /** To note something on them, in an order in which two who do so never wait for each other in a circle. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Match m where m.number in :numbers order by m.number")
    List<Match> findToMark(Collection<String> numbers);

    /** For a search that weighs the pair anew; none where someone decides on it or weighs it at this moment. */
    @Query(
            nativeQuery = true,
            value = "SELECT * FROM match WHERE seed_number = :seed AND need_number = :need FOR UPDATE SKIP LOCKED")
    Optional<Match> findToWeigh(String seed, String need);

    /** The matches of a record, whichever side it is, best first. */
    @Query("select m from Match m where (m.seedNumber = :record or m.needNumber = :record) and m.status = :status"
            + " order by m.score desc, m.number")
    List<Match> of(String record, Match.Status status);

    List<Match> findBySeedNumberInAndStatus(Collection<String> seedNumbers, Match.Status status);

    /** Whether candidates wait for a decision on them. */
    @Query("select count(m) > 0 from Match m"
            + " where (m.seedNumber = :record or m.needNumber = :record) and m.status = Status.PROPOSED")
    boolean hasProposed(String record);

    /** Each condition counts only where it is given; {@code record} is a seed or a need. */
    @Query("select m from Match m where (:record is null or m.seedNumber = :record or m.needNumber = :record)"
            + " and (:status is null or m.status = :status) and (:band is null or m.band = :band)")
    Page<Match> search(@Nullable String record, Match.@Nullable Status status, @Nullable Band band, Pageable page);

    /** Declined ones, the latest first, but for those with one of the reasons. */
    @Query("select m from Match m where m.status = Status.DECLINED and m.declineReason not in :reasons"
            + " order by m.decidedAt desc, m.number")
    Page<Match> lessons(Collection<DeclineReason> reasons, Pageable page);

    /** Adds a proposed match unless the pair is there already, were it by a transaction at this very moment. */
    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
                    INSERT INTO match (number, seed_number, need_number, score, band, reasons, found_from, found_at,
                                       status, version)
                    VALUES (:number, :seed, :need, :score, :band, string_to_array(:reasons, chr(10)), :foundFrom,
                            :foundAt, 'PROPOSED', 0)
                    ON CONFLICT (seed_number, need_number) DO NOTHING
                    """)
    int addIfAbsent(
            String number,
            String seed,
            String need,
            double score,
            String band,
            String reasons,
            String foundFrom,
            Instant foundAt);
}
