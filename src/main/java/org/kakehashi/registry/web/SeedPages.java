package org.kakehashi.registry.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.platform.files.ReceivedFile;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedAccess;
import org.kakehashi.registry.SeedFile;
import org.kakehashi.registry.SeedFiles;
import org.kakehashi.registry.SeedHistory;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The files of a seed, what it said before, and whether it still stands: beside the page of the record. */
@PageController
@RequestMapping("/records/{number}")
class SeedPages {

    private final SeedAccess access;
    private final SeedFiles files;
    private final SeedHistory history;
    private final SeedRegistration registration;

    SeedPages(SeedAccess access, SeedFiles files, SeedHistory history, SeedRegistration registration) {
        this.access = access;
        this.files = files;
        this.history = history;
        this.registration = registration;
    }

    @GetMapping("/versions")
    ModelAndView versions(@PathVariable String number) {
        Seed seed = access.toRead(number);
        return new ModelAndView("seed-versions").addObject("seed", seed).addObject("versions", history.of(seed));
    }

    @GetMapping("/standing")
    ModelAndView standing(@PathVariable String number) {
        return new ModelAndView("seed-standing")
                .addObject("seed", access.toRead(number))
                .addObject("mayTakeOut", access.mayTakeOut())
                .addObject("reasons", Seed.Leave.values());
    }

    @PostMapping("/renewal")
    String renew(@PathVariable String number) {
        access.toTakeOut(number);
        registration.renew(number);
        return "redirect:/records/{number}/standing";
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable String number, @RequestParam Seed.Leave why, @RequestParam String words) {
        access.toTakeOut(number);
        if (words.isBlank()) {
            throw Refusal.invalid("Say in a sentence why the record leaves the programme.");
        }
        registration.leave(number, why, words.strip());
        return "redirect:/records/{number}";
    }

    @GetMapping("/files")
    ModelAndView files(@PathVariable String number) {
        Seed seed = access.toRead(number);
        return new ModelAndView("seed-files")
                .addObject("seed", seed)
                .addObject("files", files.of(number))
                .addObject("mayChange", files.mayChange(number))
                .addObject("kinds", SeedFile.Kind.values());
    }

    @PostMapping("/files")
    ModelAndView add(@PathVariable String number, @RequestParam SeedFile.Kind kind, @RequestParam MultipartFile file) {
        try (InputStream content = file.getInputStream();
                ReceivedFile received =
                        ReceivedFile.receive(StringUtils.defaultString(file.getOriginalFilename()), content)) {
            files.add(number, kind, received);
            return new ModelAndView("redirect:/records/{number}/files");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            ModelAndView page = files(number).addObject("fault", refusal.sentences());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        } catch (MaxUploadSizeExceededException e) {
            throw Refusal.invalid("The file is too large: a picture has at most 5 MB, another file 10 MB.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/files/{position}/removal")
    String remove(@PathVariable String number, @PathVariable int position) {
        files.remove(number, position);
        return "redirect:/records/{number}/files";
    }

    @GetMapping("/files/{position}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable int position) {
        SeedFile file = files.of(number, position);
        return SeedFileAnswer.of(file, files.content(file));
    }
}
