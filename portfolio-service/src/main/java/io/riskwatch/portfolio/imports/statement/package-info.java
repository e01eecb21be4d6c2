/**
 * A statement as text: encoding, delimiter, header, decimal mark, fields by name, numbers and dates as brokers write them.
 * Knows no broker; {@code imports.broker} says what the rows of each mean.
 */
@NullMarked
package io.riskwatch.portfolio.imports.statement;

import org.jspecify.annotations.NullMarked;
