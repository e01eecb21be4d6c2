/** {@code ./riskwatch bench}: Riskwatch's figures beside those of the peers that are installed, as tables and as files. */
@NullMarked
package io.riskwatch.localstack.bench;

import org.jspecify.annotations.NullMarked;
