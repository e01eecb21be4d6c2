package io.riskwatch.portfolio.member;

import io.riskwatch.portfolio.paging.Cursor;
import io.riskwatch.portfolio.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The members of the caller's organisation over HTTP. */
@RestController
@Tag(name = "Access")
class MemberController {

    private final Members members;

    MemberController(Members members) {
        this.members = members;
    }

    @Operation(
            summary = "The members of the organisation, by name",
            description =
                    "E-mail addresses are shown to owners, advisers and administrators; every other member sees their"
                            + " own only.")
    @GetMapping("/api/v1/members")
    Page<MemberView> members(
            @Parameter(description = "Part of the name or of an address the caller sees, whatever the case")
                    @RequestParam(name = "q", defaultValue = "")
                    @Size(max = 254)
                    String words,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Cursor.parse(
                        cursor, 2, key -> new Members.Place(unwrapped(key.getFirst()), UUID.fromString(key.getLast())))
                .orElse(Members.Place.FIRST);
        return Page.of(
                members.list(words.strip(), after, limit + 1),
                limit,
                Function.identity(),
                member -> Cursor.of(wrapped(member.name()), member.id()));
    }

    /** A name may have the character that separates the parts of a cursor. */
    private static String wrapped(String name) {
        return Base64.getUrlEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String unwrapped(String wrapped) {
        return new String(Base64.getUrlDecoder().decode(wrapped), StandardCharsets.UTF_8);
    }
}
