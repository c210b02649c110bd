package org.anxin.admission;

import org.anxin.rulebook.Vocabulary;

/** Everything that the rule files in {@code admission} may say. */
public final class AdmissionVocabulary {
    /** The vocabulary. */
    public static final Vocabulary VOCABULARY = Vocabulary.named("admission")
            .wordKinds("document", "result", "finding")
            .fact(Declaration.TYPE)
            .fact(DeclaredLot.TYPE)
            .fact(LotCoverage.TYPE)
            .fact(PresentedDocument.TYPE)
            .fact(LotOnRecord.TYPE)
            .fact(DocumentOnRecord.TYPE)
            .verbs(
                    "findings",
                    FaultVerbs.class,
                    Declaration.TYPE,
                    DeclaredLot.TYPE,
                    LotCoverage.TYPE,
                    PresentedDocument.TYPE,
                    LotOnRecord.TYPE,
                    DocumentOnRecord.TYPE)
            .phrases(Part.class)
            .build();

    private AdmissionVocabulary() {}
}
