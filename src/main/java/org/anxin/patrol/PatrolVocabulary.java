package org.anxin.patrol;

import org.anxin.rulebook.Vocabulary;

/** Everything that the rule files in {@code patrol} may say. */
public final class PatrolVocabulary {
    /** The vocabulary. */
    public static final Vocabulary VOCABULARY = Vocabulary.named("patrol")
            .wordKinds("marketType")
            .optionalWordKinds("patrolItem", "scene", "patrolFinding")
            .fixedWord("means", Check.VISIT, "现场巡查", "visit")
            .fixedWord("means", Check.VIDEO, "视频巡查", "video check")
            .fact(CheckedItem.TYPE)
            .fact(Spread.TYPE)
            .fact(PatrolledDay.TYPE)
            .fact(CoveredScene.TYPE)
            .fact(WatchedCamera.TYPE)
            .verbs("findings", ItemVerbs.class, CheckedItem.TYPE)
            .verbs("subdistricts", CopyVerbs.class, CheckedItem.TYPE, Spread.TYPE)
            .verbs("faults", FaultVerbs.class, PatrolledDay.TYPE, CoveredScene.TYPE, WatchedCamera.TYPE)
            .phrases(DeadlinePhrases.class)
            .build();

    private PatrolVocabulary() {}
}
