package org.kakehashi.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.platform.files.ReceivedFile;
import org.kakehashi.registry.SeedFile;
import org.kakehashi.registry.SeedFiles;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/seeds/{number}/files")
@Tag(name = "Seeds", description = "Licensable patents")
class SeedFileController {

    private final SeedFiles files;

    SeedFileController(SeedFiles files) {
        this.files = files;
    }

    @GetMapping
    @Operation(summary = "List a seed's pictures, attachments and powers of attorney")
    List<SeedFile> list(@PathVariable String number) {
        return files.of(number);
    }

    @GetMapping("/{position}")
    @Operation(summary = "Read a file of a seed")
    ResponseEntity<byte[]> read(@PathVariable String number, @PathVariable int position) {
        SeedFile file = files.of(number, position);
        return SeedFileAnswer.of(file, files.content(file));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a file to a seed")
    SeedFile add(@PathVariable String number, @RequestParam SeedFile.Kind kind, @RequestPart MultipartFile file)
            throws IOException {
        try (InputStream content = file.getInputStream();
                ReceivedFile received =
                        ReceivedFile.receive(StringUtils.defaultString(file.getOriginalFilename()), content)) {
            return files.of(number, files.add(number, kind, received));
        }
    }

    @DeleteMapping("/{position}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a file from a seed")
    void remove(@PathVariable String number, @PathVariable int position) {
        files.remove(number, position);
    }
}
