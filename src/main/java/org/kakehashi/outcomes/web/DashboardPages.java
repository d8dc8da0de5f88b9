package org.kakehashi.outcomes.web;

import static org.kakehashi.platform.security.Roles.ADMINISTRATORS;
import static org.kakehashi.platform.security.Roles.MANAGERS;
import static org.kakehashi.platform.security.Roles.SUPERVISORS;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Dashboard;
import org.kakehashi.outcomes.PendingTasks;
import org.kakehashi.outcomes.process.ProcessMap;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.People;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What supervisors and managers watch: the live state of the programme, and of each process. */
@PageController
@RequestMapping("/dashboard")
class DashboardPages {

    private static final int LATE = 15;
    private static final int PAGE = 50;

    private final Dashboard dashboard;
    private final PendingTasks tasks;
    private final People people;
    private final ProcessMap processes;
    private final CurrentUser user;

    DashboardPages(Dashboard dashboard, PendingTasks tasks, People people, ProcessMap processes, CurrentUser user) {
        this.dashboard = dashboard;
        this.tasks = tasks;
        this.people = people;
        this.processes = processes;
        this.user = user;
    }

    @GetMapping
    String dashboard(Model model) {
        enter();
        model.addAttribute("counts", dashboard.counts());
        model.addAttribute("stages", dashboard.stages());
        model.addAttribute("due", dashboard.dueness());
        model.addAttribute(
                "lateTasks", tasks.find(new PendingTasks.Wish(null, null, true, null), PageRequest.of(0, LATE)));
        model.addAttribute("silentSides", dashboard.silentSides());
        model.addAttribute("troubles", dashboard.troubles());
        model.addAttribute("processes", processes.processes());
        return "dashboard";
    }

    @GetMapping("/tasks")
    String tasks(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String adviser,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) PendingTasks.@Nullable Nearness due,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        enter();
        model.addAttribute(
                "tasks",
                tasks.find(
                        new PendingTasks.Wish(name, adviser, overdue, due), PageRequest.of(Math.max(0, page), PAGE)));
        model.addAttribute("name", name);
        model.addAttribute(
                "whose", adviser == null ? null : people.names(List.of(adviser)).get(adviser));
        model.addAttribute("adviser", adviser);
        model.addAttribute("overdue", overdue);
        model.addAttribute("due", due);
        return "dashboard-tasks";
    }

    @GetMapping(path = "/counts", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Dashboard.Counts counts() {
        enter();
        return dashboard.counts();
    }

    @GetMapping("/processes/{key}")
    String process(@PathVariable String key, Model model) {
        enter();
        model.addAttribute("key", key);
        model.addAttribute("name", processes.name(key));
        model.addAttribute("steps", processes.steps(key));
        model.addAttribute("processes", processes.processes());
        return "dashboard-process";
    }

    @GetMapping("/processes/{key}/model")
    ResponseEntity<String> model(@PathVariable String key) {
        enter();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(processes.model(key));
    }

    private void enter() {
        if (!user.belongsToOneOf(MANAGERS, SUPERVISORS, ADMINISTRATORS)) {
            throw Refusal.forbidden("The dashboard is open to managers and supervisors only.");
        }
    }
}
