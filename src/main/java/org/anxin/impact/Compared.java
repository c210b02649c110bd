package org.anxin.impact;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Finding;
import org.anxin.testing.Note;
import org.anxin.testing.Obligation;
import org.anxin.testing.PersonDecision;

/** Tells in what two decisions differ. Texts do not matter, only what they are about. */
final class Compared {
    private Compared() {}

    /** In what these differ; nothing if they say the same. */
    static Set<DifferenceKind> people(PersonDecision one, PersonDecision other) {
        Set<DifferenceKind> kinds = EnumSet.noneOf(DifferenceKind.class);
        if (one.status() != other.status()) {
            kinds.add(DifferenceKind.STATUS);
        }
        if (one.dueOn() != other.dueOn()) {
            kinds.add(DifferenceKind.DUE_ON);
        }
        if (one.action() != other.action()) {
            kinds.add(DifferenceKind.ACTION);
        }
        if (!alike(one.obligations(), other.obligations(), Compared::sameObligation)) {
            kinds.add(DifferenceKind.OBLIGATIONS);
        }
        if (!alike(one.notes(), other.notes(), Compared::sameNote)) {
            kinds.add(DifferenceKind.NOTES);
        }
        return kinds;
    }

    /** In what these differ; nothing if they say the same. */
    static Set<DifferenceKind> batches(BatchDecision one, BatchDecision other) {
        Set<DifferenceKind> kinds = EnumSet.noneOf(DifferenceKind.class);
        if (one.outcome() != other.outcome()) {
            kinds.add(DifferenceKind.OUTCOME);
        }
        if (!alike(one.findings(), other.findings(), Compared::sameFinding)) {
            kinds.add(DifferenceKind.FINDINGS);
        }
        return kinds;
    }

    private static <T> boolean alike(List<T> some, List<T> others, BiPredicate<T, T> same) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0, n = some.size(); i < n; i++) {
            if (!same.test(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameObligation(Obligation one, Obligation other) {
        return one.dueOn() == other.dueOn()
                && one.status() == other.status()
                && one.from() == other.from()
                && one.to() == other.to()
                && one.lastCounted() == other.lastCounted()
                && one.duty().rule().id().equals(other.duty().rule().id())
                && one.duty().cadence().equals(other.duty().cadence())
                && one.assignment().equals(other.assignment());
    }

    private static boolean sameNote(Note one, Note other) {
        return one.code().equals(other.code());
    }

    private static boolean sameFinding(Finding one, Finding other) {
        return one.code().equals(other.code())
                && one.severity() == other.severity()
                && one.rule().id().equals(other.rule().id())
                && Objects.equals(one.document(), other.document())
                && Objects.equals(one.number(), other.number())
                && Objects.equals(one.field(), other.field())
                && Objects.equals(one.lot(), other.lot());
    }
}
