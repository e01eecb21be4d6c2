package io.riskwatch.portfolio.analysis.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.riskwatch.service.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Typesets a page as tagged PDF with its fonts within. A few at a time, the rest waits a little or is told to come back. */
@Component
@EnableConfigurationProperties(ReportSettings.class)
public class ReportPdf {

    private static final Logger log = LoggerFactory.getLogger(ReportPdf.class);
    private static final String FONTS = "/fonts/ttf/OpenSans/OpenSans-";
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final byte[] regular = font("Regular");
    private final byte[] bold = font("Bold");
    private final byte[] italic = font("Italic");
    private final Path fontOfCharts;
    private final Duration within;
    private final ThreadPoolExecutor typesetters;

    ReportPdf(ReportSettings settings) {
        XRLog.setLoggingEnabled(false);
        this.fontOfCharts = file(regular);
        this.within = settings.within();
        this.typesetters = new ThreadPoolExecutor(
                settings.typesetters(),
                settings.typesetters(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(settings.waiting()),
                Thread.ofPlatform().name("typesetter-", 0).daemon().factory());
        this.typesetters.allowCoreThreadTimeOut(true);
    }

    /** The page as PDF; a 503 when too many wait or it takes too long. */
    public byte[] of(String html) {
        Future<byte[]> typeset = submit(html);
        try {
            return typeset.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            typeset.cancel(true);
            log.warn("event=report-overdue seconds={}", within.toSeconds());
            throw ProblemException.unavailable(COME_BACK, "The report took too long to typeset; try the HTML.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable(COME_BACK, "The service is stopping.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the report cannot be typeset", e.getCause());
        }
    }

    private Future<byte[]> submit(String html) {
        try {
            return typesetters.submit(() -> typeset(html));
        } catch (RejectedExecutionException e) {
            throw ProblemException.unavailable(COME_BACK, "Too many reports are being typeset.");
        }
    }

    private byte[] typeset(String html) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(supply(regular), "Open Sans", 400, FontStyle.NORMAL, true);
            builder.useFont(supply(bold), "Open Sans", 700, FontStyle.NORMAL, true);
            builder.useFont(supply(italic), "Open Sans", 400, FontStyle.ITALIC, true);
            builder.useFont(
                    fontOfCharts.toFile(),
                    "Open Sans",
                    400,
                    FontStyle.NORMAL,
                    true,
                    EnumSet.of(BaseRendererBuilder.FSFontUseCase.SVG));
            builder.useSVGDrawer(drawer);
            builder.usePdfUaAccessibility(true);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withProducer("Riskwatch");
            builder.withHtmlContent(html, null);
            builder.toStream(out);
            builder.run();
        }
        return out.toByteArray();
    }

    private static FSSupplier<InputStream> supply(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }

    private static byte[] font(String style) {
        String resource = FONTS + style + ".ttf";
        try (InputStream in = ReportPdf.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no font " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What draws the charts takes fonts from files alone. */
    private static Path file(byte[] font) {
        try {
            Path file = Files.createTempFile("riskwatch-report", ".ttf");
            Files.write(file, font);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() throws IOException {
        typesetters.shutdownNow();
        Files.deleteIfExists(fontOfCharts);
    }
}
