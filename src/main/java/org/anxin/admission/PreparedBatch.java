package org.anxin.admission;

import static org.anxin.time.Days.NONE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anxin.rulebook.Words;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/**
 * A batch as rules see it, but for the day of the decision: texts in common form, compared; quantities added. Prepared
 * once, it can be decided on any day.
 */
public final class PreparedBatch {
    final Batch batch;
    final Words words;
    final int entry;
    final PreparedDocument[] documents;
    final AlikeLots[] lots;
    final AlikeLots[] coverage;
    private final int flags;
    private final Set<String> documentTypes;
    private final @Nullable String goodsName;
    private final @Nullable String origin;

    private PreparedBatch(Batch batch, Words words) {
        DeclaredTexts declared = DeclaredTexts.of(batch);
        this.batch = batch;
        this.words = words;
        this.entry = declared.entry();
        this.documents = documents(batch, words, declared);
        this.documentTypes = types(documents);
        this.lots = LotComparison.declared(batch.lots());
        this.coverage = LotComparison.covered(batch.lots(), listing(documents, words));
        this.flags = flags(batch, declared);
        Goods goods = batch.goods();
        this.goodsName = goods == null ? null : text(goods.name());
        this.origin = goods == null ? null : text(goods.origin());
    }

    /**
     * Prepares {@code batch}.
     *
     * @param words of the ruleset that is to decide; they say which types of document list lots
     */
    public static PreparedBatch of(Batch batch, Words words) {
        return new PreparedBatch(batch, words);
    }

    /** The batch as sent. */
    public Batch batch() {
        return batch;
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
        Set<String> types = new LinkedHashSet<>();
        for (PreparedDocument document : documents) {
            types.add(document.type());
        }
        return Collections.unmodifiableSet(types);
    }

    /** What the documents of each type that lists lots list together, in the order of presentation. */
    private static Map<String, Quantities> listing(PreparedDocument[] documents, Words words) {
        Map<String, Quantities> listing = new LinkedHashMap<>();
        for (PreparedDocument document : documents) {
            Words.Word word = words.find("document", document.type());
            if (word != null && word.listsLots()) {
                listing.computeIfAbsent(word.code(), type -> new Quantities())
                        .add(document.sent().lots());
            }
        }
        return listing;
    }

    private static @Nullable String text(@Nullable String sent) {
        String text = CommonForm.withCase(sent);
        return text.isEmpty() ? null : text;
    }
}
