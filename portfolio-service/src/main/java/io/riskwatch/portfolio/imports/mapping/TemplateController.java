package io.riskwatch.portfolio.imports.mapping;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The kept mappings over HTTP; one is kept by uploading a file with a named mapping. */
@RestController
@RequestMapping("/api/v1/import-templates")
class TemplateController {

    private final Templates templates;

    TemplateController(Templates templates) {
        this.templates = templates;
    }

    record TemplatesView(List<Templates.Template> items) {

        TemplatesView {
            items = List.copyOf(items);
        }
    }

    @Operation(summary = "The mappings kept for files no broker is known for, the newest first, at most 200")
    @GetMapping
    TemplatesView list() {
        return new TemplatesView(templates.all());
    }

    @DeleteMapping("/{templateId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable UUID templateId) {
        templates.forget(templateId);
    }
}
