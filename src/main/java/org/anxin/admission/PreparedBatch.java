package org.anxin.admission;

import static org.anxin.time.Days.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;

/**
 * A batch as rules see it on one day: texts compared in common form, quantities added, and beside every fact what its
 * findings name. Made by {@link AdmissionPolicy#prepare}; decided by any ruleset in which the same types of document list
 * lots.
 */
public final class PreparedBatch {
    final Batch batch;
    final int asOf;
    final Set<String> listing;
    final Declaration declaration;
    final DeclaredLots[] lots;
    final CoveredLots[] coverage;
    final PreparedDocument[] documents;

    /**
     * @param listing the types of document that list lots
     */
    PreparedBatch(Batch batch, int asOf, Words words, Set<String> listing) {
        DeclaredTexts declared = DeclaredTexts.of(batch);
        List<LotLine> lines = LotLine.of(batch.lots());
        LotNumbers numbers = new LotNumbers(lines);
        int entry = declared.entry();
        this.batch = batch;
        this.asOf = asOf;
        this.listing = listing;
        this.documents = documents(batch, words, declared, asOf);
        this.lots = DeclaredLots.of(lines, asOf, entry);
        this.coverage = CoveredLots.of(lines, numbers, ListedLots.in(documents, listing, numbers), asOf, entry);
        this.declaration = new Declaration(
                flags(batch, declared) | flags(batch, asOf),
                types(documents),
                batch.marketId(),
                filled(declared.goodsName()),
                filled(declared.origin()),
                asOf,
                entry);
    }

    /** The batch as sent. */
    public Batch batch() {
        return batch;
    }

    /** Epoch day of the decision. */
    public int asOf() {
        return asOf;
    }

    private static int flags(Batch batch, DeclaredTexts declared) {
        Operator operator = batch.operator();
        return (declared.goodsName().isEmpty() ? Declaration.GOODS_NAME_BLANK : 0)
                | (declared.origin().isEmpty() ? Declaration.ORIGIN_BLANK : 0)
                | (declared.supplier().isEmpty() ? Declaration.SUPPLIER_BLANK : 0)
                | (batch.declaredOn() == NONE ? Declaration.DECLARED_ON_MISSING : 0)
                | (batch.arrivesOn() == NONE ? Declaration.ARRIVES_ON_MISSING : 0)
                | (batch.lots().isEmpty() ? Declaration.LOTS_MISSING : 0)
                | (operator != null && Boolean.TRUE.equals(operator.activated()) ? Declaration.OPERATOR_ACTIVATED : 0)
                | (declared.coldChain() ? Declaration.COLD_CHAIN : 0);
    }

    private static int flags(Batch batch, int asOf) {
        Operator operator = batch.operator();
        int signedOn = operator == null ? NONE : operator.responsibilityLetterSignedOn();
        return (batch.declaredOn() > asOf ? Declaration.DECLARED_IN_FUTURE : 0)
                | (signedOn != NONE && signedOn <= asOf ? Declaration.LETTER_SIGNED : 0);
    }

    private static PreparedDocument[] documents(Batch batch, Words words, DeclaredTexts declared, int asOf) {
        List<Document> sent = batch.documents();
        PreparedDocument[] documents = new PreparedDocument[sent.size()];
        for (int at = 0; at < documents.length; at++) {
            Document document = sent.get(at);
            String type = words.canonical("document", document.type());
            documents[at] = PreparedDocument.of(document, type == null ? document.type() : type, declared, asOf);
        }
        return documents;
    }

    private static Set<String> types(PreparedDocument[] documents) {
        List<String> types = new ArrayList<>(documents.length);
        for (PreparedDocument document : documents) {
            if (!types.contains(document.fact().type())) {
                types.add(document.fact().type());
            }
        }
        return Set.of(types.toArray(String[]::new));
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
