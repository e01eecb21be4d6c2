package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.transaction.Revisions.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a transaction, the newest first; also of one that was deleted. */
record TransactionHistoryView(
        UUID transactionId,

        @Schema(description = "At most the latest 200 changes, and the recording")
        List<StepView> steps) {

    TransactionHistoryView {
        steps = List.copyOf(steps);
    }

    /** What a step was. */
    enum Step {
        RECORDED,
        CHANGED,
        DELETED
    }

    /** One step. */
    record StepView(
            Step step,
            Instant at,

            @Schema(description = "Who; absent when it was recorded, or no person did it") @Nullable
            UUID by,

            @Nullable String byName,

            @Schema(description = "What it said before; absent when it was recorded") @Nullable
            TransactionView before,

            @Schema(description = "What it said afterwards; absent when it was deleted") @Nullable
            TransactionView after) {}

    /**
     * From the former states, the newest first, and the present one.
     *
     * @param recordedAt when it was first recorded
     */
    static TransactionHistoryView of(
            UUID id, List<Revision> former, Optional<RecordedTransaction> present, Instant recordedAt) {
        var steps = new ArrayList<StepView>(former.size() + 1);
        @Nullable TransactionView after = present.map(TransactionView::of).orElse(null);
        for (var revision : former) {
            var before =
                    TransactionView.of(id, revision.in(), revision.booking(), revision.note(), revision.importId());
            steps.add(new StepView(
                    Step.valueOf(revision.change().name()),
                    revision.changedAt(),
                    revision.changedBy(),
                    revision.changedByName(),
                    before,
                    after));
            after = before;
        }
        if (former.isEmpty() || former.getLast().version() == 0) {
            steps.add(new StepView(Step.RECORDED, recordedAt, null, null, null, after));
        }
        return new TransactionHistoryView(id, steps);
    }
}
