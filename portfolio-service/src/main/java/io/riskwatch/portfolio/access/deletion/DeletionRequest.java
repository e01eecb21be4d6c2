package io.riskwatch.portfolio.access.deletion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * That somebody means it.
 *
 * @param confirmation the account's e-mail address, or its name where it has none, as its owner typed it
 */
record DeletionRequest(@NotBlank @Size(max = 254) String confirmation) {

    /** Without the address, which is nobody's business in a log. */
    @Override
    public String toString() {
        return "DeletionRequest[]";
    }
}
