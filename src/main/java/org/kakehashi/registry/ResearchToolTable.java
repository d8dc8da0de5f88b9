package org.kakehashi.registry;

import org.springframework.data.jpa.repository.JpaRepository;

interface ResearchToolTable extends JpaRepository<ResearchTool, String> {}
