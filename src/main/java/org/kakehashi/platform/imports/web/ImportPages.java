package org.kakehashi.platform.imports.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.imports.Imports;
import org.kakehashi.platform.web.PageController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Where registrars and administrators send files of records, look at what would come of them, and follow their import. */
@PageController
@RequestMapping("/imports")
class ImportPages {

    private static final int LATEST = 50;
    private static final int REJECTS = 20;
    private static final Map<Imports.State, String> STATES = Map.of(
            Imports.State.PREVIEWING, "Being looked through",
            Imports.State.PREVIEWED, "Looked through, not imported yet",
            Imports.State.RUNNING, "Being imported",
            Imports.State.CANCELLED, "Cancelled",
            Imports.State.FAILED, "Failed",
            Imports.State.DONE, "Done");

    private final Imports imports;

    ImportPages(Imports imports) {
        this.imports = imports;
    }

    @GetMapping
    String all(Model page) {
        page.addAttribute("kinds", imports.kinds());
        page.addAttribute("jobs", imports.latest(LATEST));
        page.addAttribute("states", STATES);
        return "imports";
    }

    /** An upload that was refused comes here, with what was typed. */
    @PostMapping("/refused")
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refused(
            @RequestAttribute(name = ImportUpload.REFUSED, required = false) @Nullable String refused, Model page) {
        page.addAttribute("refused", refused == null ? "Choose a file." : refused);
        return all(page);
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model page) {
        Imports.Job job = imports.job(id);
        List<Imports.Reject> rejects = imports.rejects(id, 0, REJECTS);
        page.addAttribute("job", job);
        page.addAttribute("state", STATES.get(job.state()));
        page.addAttribute("underWay", job.finishedAt() == null);
        page.addAttribute("preview", job.state() == Imports.State.PREVIEWING || job.state() == Imports.State.PREVIEWED);
        page.addAttribute("percent", job.size() == 0 ? 0 : 100 * job.bytesRead() / job.size());
        page.addAttribute("rejects", rejects);
        page.addAttribute(
                "correctable", rejects.stream().anyMatch(reject -> !reject.row().isEmpty()));
        return "import";
    }

    @PostMapping("/{id}/resume")
    String resume(@PathVariable UUID id) {
        imports.resume(id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable UUID id) {
        imports.cancel(id);
        return "redirect:/imports/" + id;
    }

    @GetMapping("/{id}/rejects")
    ResponseEntity<StreamingResponseBody> rejects(@PathVariable UUID id) {
        return RejectsDownload.of(imports, imports.job(id));
    }
}
