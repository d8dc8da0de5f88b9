package org.kakehashi.royalties;

import org.springframework.data.jpa.repository.JpaRepository;

interface SubmissionTable extends JpaRepository<Submission, String> {}
