package org.anxin.desk;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Document;
import org.anxin.admission.LotUses;
import org.anxin.admission.OnRecord;
import org.anxin.admission.Outcome;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.OneTransaction;

/**
 * The admission desk: takes declarations, decides them at once and again, and has them settled. Each call is one transaction,
 * in which the documents concerned are locked, so that what two batches take of one certificate never adds up to more than
 * it gives, whatever the number of nodes.
 */
@Singleton
public class AdmissionDesk {
    private static final String KEPT = "select from rulesets where id = ?";

    private final DataSource database;
    private final StoredRulesets rulesets;

    /** @param database with the stored batches */
    public AdmissionDesk(DataSource database, StoredRulesets rulesets) {
        this.database = database;
        this.rulesets = rulesets;
    }

    /**
     * How and by whom a batch is decided.
     *
     * @param asOf epoch day of the decision
     * @param by who asks for it
     */
    public record Deciding(int asOf, Policy policy, String by) {}

    /**
     * What a call left behind.
     *
     * @param changed false if everything was so already
     */
    public record Done(StoredBatch batch, boolean changed) {}

    /**
     * Takes a declaration and decides it. The same declaration again changes nothing.
     *
     * @param batch its operator has an id; what else it says about the operator does not count
     * @throws DeskConflictException if another declaration has this id
     */
    public Done declare(Batch batch, Deciding deciding) throws SQLException {
        keep(deciding.policy);
        return OneTransaction.of(database, connection -> {
            Keys.lockBatch(connection, batch.id());
            StoredBatch before = BatchRows.find(connection, batch.id());
            if (before != null) {
                SameDeclaration.check(before, batch);
                return new Done(before, false);
            }
            long no = BatchRows.insert(connection, batch, deciding.by);
            Presentation.insert(connection, no, batch.documents(), deciding.by);
            decide(connection, batch.id(), 1, DecisionCause.DECLARED, deciding);
            return done(connection, batch.id());
        });
    }

    /**
     * Adds a document and decides the batch again. The same document again changes nothing.
     *
     * @param replaces number of the document whose place it takes, beside those with its type and number; 0 for none
     * @param guard throws if the batch is not in the state that the sender means
     */
    public Done add(String id, Document document, int replaces, Deciding deciding, Consumer<StoredBatch> guard)
            throws SQLException {
        keep(deciding.policy);
        return OneTransaction.of(database, connection -> {
            Keys.lockBatch(connection, id);
            StoredBatch batch = BatchRows.required(connection, id);
            guard.accept(batch);
            // All at once: one after the other could be in another order than that of somebody who waits.
            Keys.lock(connection, Presentation.concerned(batch, document));
            int next = batch.decision().no() + 1;
            if (!Presentation.add(connection, batch, document, replaces, next, deciding.by)) {
                return new Done(batch, false);
            }
            decide(connection, id, next, DecisionCause.DOCUMENT_ADDED, deciding);
            return done(connection, id);
        });
    }

    /** Decides a batch again, by what is known now. */
    public StoredBatch decideAgain(String id, Deciding deciding, Consumer<StoredBatch> guard) throws SQLException {
        keep(deciding.policy);
        return OneTransaction.of(database, connection -> {
            Keys.lockBatch(connection, id);
            StoredBatch batch = BatchRows.required(connection, id);
            guard.accept(batch);
            decide(connection, id, batch.decision().no() + 1, DecisionCause.ASKED, deciding);
            return BatchRows.required(connection, id);
        });
    }

    /** Packing a ruleset takes longer than deciding by it. */
    private void keep(Policy policy) throws SQLException {
        Boolean kept;
        try (Connection connection = database.getConnection()) {
            kept = Sql.one(connection, KEPT, row -> true, policy.ruleset().id());
        }
        if (kept == null) {
            rulesets.keep(policy);
        }
    }

    private static Done done(Connection connection, String id) throws SQLException {
        return new Done(BatchRows.required(connection, id), true);
    }

    private static void decide(Connection connection, String id, int no, DecisionCause cause, Deciding deciding)
            throws SQLException {
        DeclaredBatch declared = BatchRows.declared(connection, id);
        List<StoredDocument> documents = DocumentRows.read(connection, declared.no());
        Presentation.requireDeclaredWords(documents, deciding.policy.ruleset().words());
        Batch facts = declared.on(deciding.asOf, StoredBatch.presented(documents));
        // Whoever decides by one of these documents at the same time has committed once the locks are there.
        Keys.lock(connection, facts.documents());
        OnRecord onRecord = RecordRows.read(connection, declared.no(), facts.documents(), false);
        BatchDecision decision = deciding.policy.admission().decide(facts, onRecord, deciding.asOf);
        DecisionRows.insert(
                connection, declared.no(), no, cause, deciding.asOf, deciding.policy, decision, deciding.by);
        BatchRows.update(connection, declared.no(), BatchState.of(decision.outcome()), no);
        RecordRows.take(
                connection,
                declared.no(),
                decision.outcome() == Outcome.REJECT ? List.of() : LotUses.of(facts, onRecord.taken()));
        DeskLog log = new DeskLog(connection, declared.no(), id, deciding.asOf);
        log.decided(facts, onRecord, decision, deciding.policy.ruleset().id());
        if (decision.outcome() == Outcome.ADMIT && Passes.issue(connection, declared.no(), deciding.asOf)) {
            log.passIssued();
        }
        log.write();
    }

    /**
     * What a person says about a decision that was left to a person.
     *
     * @param decision number of the decision that is meant
     * @param outcome {@code ADMIT} or {@code REJECT}
     */
    public record Verdict(int decision, Outcome outcome, String reason, String by) {}

    /**
     * Settles a decision. The same verdict again changes nothing.
     *
     * @throws DeskConflictException if the decision is not the newest, was settled otherwise, or needs no person
     */
    public Done settle(String id, Verdict verdict, Consumer<StoredBatch> guard) throws SQLException {
        return OneTransaction.of(database, connection -> {
            Keys.lockBatch(connection, id);
            StoredBatch batch = BatchRows.locked(connection, id);
            if (Settling.isRepeated(batch, verdict)) {
                return new Done(batch, false);
            }
            guard.accept(batch);
            Settling.check(batch, verdict);
            DecisionRows.settle(connection, batch.no(), verdict.decision, verdict.outcome, verdict.reason, verdict.by);
            BatchRows.update(connection, batch.no(), BatchState.of(verdict.outcome), verdict.decision);
            DeskLog log =
                    new DeskLog(connection, batch.no(), id, batch.decision().asOf());
            log.settled(verdict);
            if (verdict.outcome == Outcome.REJECT) {
                RecordRows.giveBack(connection, batch.no());
            } else if (Passes.issue(connection, batch.no(), batch.decision().asOf())) {
                log.passIssued();
            }
            log.write();
            return done(connection, id);
        });
    }
}
