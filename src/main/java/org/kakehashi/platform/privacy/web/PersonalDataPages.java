package org.kakehashi.platform.privacy.web;

import java.util.List;
import org.kakehashi.platform.privacy.PersonalData;
import org.kakehashi.platform.privacy.PersonalData.Holding;
import org.kakehashi.platform.web.PageController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where administrators look what is kept on a person, hand it out and erase it. The person is never part of an address,
 * which logs and histories keep.
 */
@PageController
@RequestMapping("/administration/personal-data")
class PersonalDataPages {

    private final PersonalData data;

    PersonalDataPages(PersonalData data) {
        this.data = data;
    }

    @GetMapping
    ModelAndView ask() {
        return new ModelAndView("personal-data");
    }

    @PostMapping
    ModelAndView look(@RequestParam String person) {
        return ask().addObject("person", person.strip()).addObject("holdings", data.of(person.strip()));
    }

    @PostMapping(path = "/export", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Holding>> export(@RequestParam String person) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(data.handOut(person.strip()));
    }

    @PostMapping("/erasure")
    ModelAndView erase(@RequestParam String person) {
        return ask().addObject("pseudonym", data.erase(person.strip()));
    }
}
