/**
 * The addresses of earlier risk systems, with their names, integers for ids and JSON numbers for amounts. They show the same
 * clients, positions and margin as {@code /api/v1}.
 */
@NullMarked
package io.riskwatch.portfolio.compatibility;

import org.jspecify.annotations.NullMarked;
