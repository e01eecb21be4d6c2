package io.riskwatch.marketdata.upload;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a price file may be, and how many are read at once.
 *
 * @param maxFileSize bytes of a file
 * @param maxCells prices (and volumes) of a file
 * @param maxSymbols symbols of a file
 * @param concurrent files read at the same time by this replica
 * @param patience how long an upload waits for its turn
 * @param openPreviews previews an organisation may keep; the oldest goes first
 * @param previewLifetime when a preview nobody committed is forgotten
 */
@ConfigurationProperties("riskwatch.upload")
record UploadProperties(
        @DefaultValue("100MB") DataSize maxFileSize,
        @DefaultValue("5000000") int maxCells,
        @DefaultValue("5000") int maxSymbols,
        @DefaultValue("2") int concurrent,
        @DefaultValue("1m") Duration patience,
        @DefaultValue("10") int openPreviews,
        @DefaultValue("24h") Duration previewLifetime) {

    UploadProperties {
        if (maxFileSize.toBytes() < 1 || maxCells < 1 || maxSymbols < 1 || concurrent < 1 || openPreviews < 1) {
            throw new IllegalArgumentException("riskwatch.upload: every limit must be at least 1");
        }
    }
}
