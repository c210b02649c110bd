package org.anxin.desk;

/** When a verdict of a person fits a batch. */
final class Settling {
    private Settling() {}

    /** Whether the same verdict was given before. */
    static boolean isRepeated(StoredBatch batch, AdmissionDesk.Verdict verdict) {
        Settlement there = batch.decision().settlement();
        return there != null
                && batch.decision().no() == verdict.decision()
                && there.outcome() == verdict.outcome()
                && there.reason().equals(verdict.reason());
    }

    /** @throws DeskConflictException if the verdict is about something else than what is to be settled */
    static void check(StoredBatch batch, AdmissionDesk.Verdict verdict) {
        if (batch.decision().no() != verdict.decision()) {
            throw new DeskConflictException(
                    "批次已重新判定，所指的判定不是最新的；请重新读取后再复核。",
                    "The batch has been decided again, and the decision meant is not the newest; read the batch again.");
        }
        if (batch.decision().settlement() != null) {
            throw new DeskConflictException(
                    "该判定已由他人复核，结论或理由不同。", "Somebody else settled this decision, otherwise or for another reason.");
        }
        if (batch.state() != BatchState.REVIEW) {
            throw new DeskConflictException(
                    "只有待复核（REVIEW）的批次可以复核；请重新读取批次。", "Only a batch in REVIEW can be settled; read the batch again.");
        }
    }
}
