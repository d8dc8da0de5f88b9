package org.kakehashi.registry.web;

import java.util.List;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.registry.ResearchTools;
import org.kakehashi.registry.SeedAccess;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.ThreeValued;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** On what conditions a seed is offered as a research tool; registrars and managers say so here. */
@PageController
@RequestMapping("/records/{number}/research-tool")
class ResearchToolPages {

    private final SeedAccess access;
    private final ResearchTools tools;

    ResearchToolPages(SeedAccess access, ResearchTools tools) {
        this.access = access;
        this.tools = tools;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number) {
        return page(
                number,
                tools.of(number).map(ResearchTool::content).map(ToolForm::of).orElseGet(ToolForm::empty),
                List.of());
    }

    @PostMapping
    ModelAndView describe(@PathVariable String number, @ModelAttribute ToolForm typed) {
        access.toTakeOut(number);
        try {
            tools.describe(number, typed.content());
            return new ModelAndView("redirect:/records/{number}");
        } catch (Refusal refusal) {
            ModelAndView page = page(number, typed, refusal.reasons());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    @PostMapping("/removal")
    String forget(@PathVariable String number) {
        access.toTakeOut(number);
        tools.forget(number);
        return "redirect:/records/{number}";
    }

    private ModelAndView page(String number, ToolForm typed, List<String> faults) {
        return new ModelAndView("seed-tool")
                .addObject("seed", access.toRead(number))
                .addObject("tool", tools.of(number).isPresent())
                .addObject("typed", typed)
                .addObject("faults", faults)
                .addObject("mayChange", access.mayTakeOut())
                .addObject("types", ResearchTool.Type.values())
                .addObject("answers", ThreeValued.values());
    }
}
