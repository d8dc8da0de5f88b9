package org.kakehashi.negotiation;

import org.springframework.data.jpa.repository.JpaRepository;

interface TermSheetTable extends JpaRepository<TermSheet, String> {}
