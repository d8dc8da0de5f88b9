package org.kakehashi.portal.web;

import org.kakehashi.platform.web.PageController;
import org.kakehashi.portal.search.PortalIndex;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators see the portal's index and have it written anew. */
@PageController
@RequestMapping("/administration/search-index")
class IndexPage {

    private final PortalIndex index;

    IndexPage(PortalIndex index) {
        this.index = index;
    }

    @GetMapping
    ModelAndView show() {
        return new ModelAndView("search-index")
                .addObject("progress", index.progress())
                .addObject("indexed", index.indexed())
                .addObject("published", index.published());
    }

    @PostMapping
    String rebuild() {
        index.rebuild();
        return "redirect:/administration/search-index";
    }
}
