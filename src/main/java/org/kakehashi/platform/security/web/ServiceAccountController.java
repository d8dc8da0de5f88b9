package org.kakehashi.platform.security.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.kakehashi.platform.security.ServiceAccount;
import org.kakehashi.platform.security.ServiceAccounts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/service-accounts")
@Tag(name = "Service accounts", description = "Programs that sign in with a key; administrators only")
class ServiceAccountController {

    private final ServiceAccounts accounts;

    ServiceAccountController(ServiceAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    @Operation(summary = "List service accounts with their keys, never the keys' secrets")
    List<ServiceAccount> list() {
        return accounts.all();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a service account")
    ServiceAccount read(@PathVariable String id) {
        return accounts.of(id);
    }

    @PostMapping
    @Operation(summary = "Make a service account, without a key yet")
    ResponseEntity<ServiceAccount> open(@Valid @RequestBody ServiceAccountRequest wanted) {
        ServiceAccount opened = accounts.open(wanted.id(), wanted.purpose(), wanted.roles());
        return ResponseEntity.created(URI.create("/api/v1/service-accounts/" + opened.id()))
                .body(opened);
    }

    @PostMapping("/{id}/keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Issue a key, shown this once; at most two are valid at a time")
    ServiceAccount.Issued issue(@PathVariable String id) {
        return accounts.issue(id);
    }

    @DeleteMapping("/{id}/keys/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a key")
    void revoke(@PathVariable String id, @PathVariable UUID key) {
        accounts.revoke(id, key);
    }
}
