package org.anxin.api;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchJson;
import org.anxin.admission.Document;
import org.anxin.admission.DocumentJson;
import org.anxin.admission.Lot;
import org.anxin.admission.Operator;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads a declaration: a batch as {@code POST /api/v1/evaluate} takes it, whose operator must be registered. A declaration of
 * people has a few documents; limits keep one request from holding up those who cite the same documents.
 *
 * @param operators whether an operator is registered
 * @param markets whether a market is registered
 */
record DeclarationRequest(Predicate<String> operators, Predicate<String> markets) {
    private static final int MOST_DOCUMENTS = 100;
    private static final int MOST_LOTS = 2_000;

    /** The declaration at which {@code in} stands, or null if mistakes were reported. */
    @Nullable
    Batch read(FactInput in) throws IOException {
        Batch batch = BatchJson.read(in, new HashSet<>());
        if (batch == null) {
            return null;
        }
        Operator operator = batch.operator();
        String operatorId = operator == null ? null : operator.id();
        if (operatorId == null) {
            in.report("operator", ErrorCode.REQUIRED);
        } else if (!operators.test(operatorId)) {
            in.report("operator", ErrorCode.UNKNOWN_REFERENCE);
        }
        String marketId = batch.marketId();
        if (marketId != null && !markets.test(marketId)) {
            in.report("marketId", ErrorCode.UNKNOWN_REFERENCE);
        }
        requireFew(batch.lots(), batch.documents());
        return in.clean() ? batch : null;
    }

    /** Reads one further document. */
    static @Nullable Document document(FactInput in) throws IOException {
        Document document = DocumentJson.read(in);
        if (document != null) {
            requireFew(List.of(), List.of(document));
        }
        return document;
    }

    private static void requireFew(List<Lot> declared, List<Document> documents) {
        int lots = declared.size();
        for (Document document : documents) {
            lots += document.lots().size();
        }
        if (documents.size() > MOST_DOCUMENTS || lots > MOST_LOTS) {
            throw new ProblemException(ProblemType.TOO_LARGE);
        }
    }
}
