package io.riskwatch.portfolio.preferences;

import io.riskwatch.service.security.Caller;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's preferences. */
@RestController
@RequestMapping("/api/v1/me/preferences")
@Tag(name = "Access")
class PreferencesController {

    private final PreferencesStore preferences;

    PreferencesController(PreferencesStore preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    Preferences preferences() {
        return preferences.of(Caller.current().userId());
    }

    @PatchMapping
    Preferences change(@Valid @RequestBody PreferencesChange change) {
        return preferences.change(Caller.current().userId(), change);
    }
}
