package org.anxin.pages;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anxin.impact.BatchSide;
import org.anxin.impact.Change;
import org.anxin.impact.ChangedBatch;
import org.anxin.impact.ChangedPerson;
import org.anxin.impact.Side;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.Market;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/** Writes people and batches that a preview found changed as lists show them. */
@Singleton
class ImpactEntries {
    private final PeopleLists lists;
    private final ActivePolicy activePolicy;

    ImpactEntries(PeopleLists lists, ActivePolicy activePolicy) {
        this.lists = lists;
        this.activePolicy = activePolicy;
    }

    /** A status in words; an empty one for somebody who could not be decided. */
    Bilingual status(String code) {
        return code.isEmpty()
                ? new Bilingual("无法判定", "cannot be decided")
                : PeopleLists.word(activePolicy.current().ruleset().words(), "status", code);
    }

    /** People as rows. */
    List<ImpactPage.Changed> people(List<ChangedPerson> found) {
        Map<String, Market> markets = lists.markets();
        return found.stream()
                .map(person -> new ImpactPage.Changed(
                        person.day(),
                        person.personId(),
                        Address.of("/people/" + person.personId())
                                .with("day", Days.text(person.day()))
                                .toString(),
                        places(person.markets(), markets, person.day()),
                        Arrays.stream(Change.values())
                                .filter(person::has)
                                .map(ImpactWords::of)
                                .toList(),
                        state(person.before()),
                        state(person.after())))
                .toList();
    }

    private ImpactPage.State state(Side side) {
        return new ImpactPage.State(
                status(side.status()), PeopleLists.mark(side.status()), side.dueOn(), rules(side.rules()));
    }

    /** Batches as rows. */
    List<ImpactPage.Changed> batches(List<ChangedBatch> found) {
        Map<String, Market> markets = lists.markets();
        return found.stream()
                .map(batch -> new ImpactPage.Changed(
                        batch.day(),
                        batch.batchId(),
                        "/batches/" + batch.batchId(),
                        places(List.of(batch.market()), markets, batch.day()),
                        List.of(ImpactWords.of(batch.change())),
                        state(batch.before()),
                        state(batch.after())))
                .toList();
    }

    private static ImpactPage.State state(BatchSide side) {
        return new ImpactPage.State(
                ImpactWords.outcome(side.outcome()),
                ImpactWords.outcomeMark(side.outcome()),
                Days.NONE,
                rules(side.rules()));
    }

    private static List<ImpactPage.Place> rules(String ids) {
        return Stream.of(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .map(id -> new ImpactPage.Place(id, "/rules#" + id))
                .toList();
    }

    private static List<ImpactPage.Place> places(Collection<String> ids, Map<String, Market> markets, int day) {
        return ids.stream()
                .map(id -> {
                    Market market = markets.get(id);
                    return new ImpactPage.Place(
                            market == null ? id : market.name(),
                            Address.of("/markets/" + id)
                                    .with("day", Days.text(day))
                                    .toString());
                })
                .toList();
    }
}
