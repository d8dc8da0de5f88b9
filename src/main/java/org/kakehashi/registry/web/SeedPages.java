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

/** The files of a seed and what it said before, beside the page of the record. */
@PageController
@RequestMapping("/records/{number}")
class SeedPages {

    private final SeedAccess access;
    private final SeedFiles files;
    private final SeedHistory history;

    SeedPages(SeedAccess access, SeedFiles files, SeedHistory history) {
        this.access = access;
        this.files = files;
        this.history = history;
    }

    @GetMapping("/versions")
    ModelAndView versions(@PathVariable String number) {
        Seed seed = access.toRead(number);
        return new ModelAndView("seed-versions").addObject("seed", seed).addObject("versions", history.of(seed));
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
