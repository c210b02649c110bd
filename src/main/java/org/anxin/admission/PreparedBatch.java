package org.anxin.admission;

import static org.anxin.time.Days.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anxin.rulebook.Words;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/**
 * A batch as rules see it: texts in common form, compared; quantities added. Made by {@link AdmissionPolicy#prepare}
 * once, it can be decided on any day, and by any ruleset in which the same types of document list lots.
 */
public final class PreparedBatch {
    final Batch batch;
    final Set<String> listing;
    final int entry;
    final PreparedDocument[] documents;
    final AlikeLots[] lots;
    final AlikeLots[] coverage;
    private final int flags;
    private final Set<String> documentTypes;
    private final @Nullable String goodsName;
    private final @Nullable String origin;

    /** Facts of the day asked about last. A race only makes them twice: all of it is immutable. */
    private @Nullable DayFacts lastDay;

    /** @param listing the types of document that list lots */
    PreparedBatch(Batch batch, Words words, Set<String> listing) {
        DeclaredTexts declared = DeclaredTexts.of(batch);
        List<LotLine> lines = LotLine.of(batch.lots());
        Goods goods = batch.goods();
        this.batch = batch;
        this.listing = listing;
        this.entry = declared.entry();
        this.documents = documents(batch, words, declared);
        this.documentTypes = types(documents);
        this.lots = LotComparison.declared(lines);
        this.coverage = LotComparison.covered(lines, listed(documents, listing));
        this.flags = flags(batch, declared);
        this.goodsName = goods == null ? null : text(goods.name());
        this.origin = goods == null ? null : text(goods.origin());
    }

    /** The batch as sent. */
    public Batch batch() {
        return batch;
    }

    /** What rules see on day {@code asOf}. */
    DayFacts on(int asOf) {
        DayFacts facts = lastDay;
        if (facts == null || facts.asOf() != asOf) {
            facts = DayFacts.of(this, asOf);
            lastDay = facts;
        }
        return facts;
    }

    /** What rules see of the declaration on day {@code asOf}. */
    Declaration declaration(int asOf) {
        Operator operator = batch.operator();
        int signedOn = operator == null ? NONE : operator.responsibilityLetterSignedOn();
        int now = (batch.declaredOn() > asOf ? Declaration.DECLARED_IN_FUTURE : 0)
                | (signedOn != NONE && signedOn <= asOf ? Declaration.LETTER_SIGNED : 0);
        return new Declaration(flags | now, documentTypes, batch.marketId(), goodsName, origin, asOf, entry);
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

    private static PreparedDocument[] documents(Batch batch, Words words, DeclaredTexts declared) {
        List<Document> sent = batch.documents();
        PreparedDocument[] documents = new PreparedDocument[sent.size()];
        for (int at = 0; at < documents.length; at++) {
            String type = words.canonical("document", sent.get(at).type());
            documents[at] = PreparedDocument.of(
                    sent.get(at), type == null ? sent.get(at).type() : type, declared);
        }
        return documents;
    }

    private static Set<String> types(PreparedDocument[] documents) {
        List<String> types = new ArrayList<>(documents.length);
        for (PreparedDocument document : documents) {
            if (!types.contains(document.type())) {
                types.add(document.type());
            }
        }
        return Set.of(types.toArray(String[]::new));
    }

    /** What the documents of each type that lists lots list together, in the order of presentation. */
    private static List<ListedLots> listed(PreparedDocument[] documents, Set<String> listing) {
        List<ListedLots> listed = new ArrayList<>(documents.length);
        for (PreparedDocument document : documents) {
            if (listing.contains(document.type())) {
                ListedLots.of(document.type(), listed)
                        .lots()
                        .add(LotLine.of(document.sent().lots()));
            }
        }
        return listed;
    }

    private static @Nullable String text(@Nullable String sent) {
        String text = CommonForm.withCase(sent);
        return text.isEmpty() ? null : text;
    }
}
