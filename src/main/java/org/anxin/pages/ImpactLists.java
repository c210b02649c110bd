package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.anxin.impact.BatchChange;
import org.anxin.impact.Change;
import org.anxin.impact.ChangedBatch;
import org.anxin.impact.ChangedBatches;
import org.anxin.impact.ChangedPeople;
import org.anxin.impact.ChangedPerson;
import org.anxin.impact.Impact;
import org.anxin.registry.Market;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads who and what a preview found changed, page by page. */
@Singleton
class ImpactLists {
    /** In an address, for somebody who could not be decided. */
    static final String UNDECIDED = "UNDECIDED";

    private static final int PAGE = 50;
    private static final String DATE = "2022-04-07.";

    private final ChangedPeople people;
    private final ChangedBatches batches;
    private final PeopleLists lists;
    private final ImpactEntries entries;

    ImpactLists(ChangedPeople people, ChangedBatches batches, PeopleLists lists, ImpactEntries entries) {
        this.people = people;
        this.batches = batches;
        this.lists = lists;
        this.entries = entries;
    }

    /** The page of a preview. */
    static Address page(Impact impact) {
        return Address.of("/rules/impacts/" + impact.id());
    }

    /** The list of the people of a preview. */
    static Address people(Impact impact) {
        return Address.of("/rules/impacts/" + impact.id() + "/people");
    }

    /** The list of its batches. */
    static Address batches(Impact impact) {
        return Address.of("/rules/impacts/" + impact.id() + "/batches");
    }

    /** A status as addresses name it. */
    static String named(String status) {
        return status.isEmpty() ? UNDECIDED : status;
    }

    /** Every batch for a market; null for all markets. */
    static ChangedBatches.Filter any(@Nullable String market) {
        return new ChangedBatches.Filter(Days.NONE, null, market);
    }

    /** A status in words; an empty one for somebody who could not be decided. */
    Bilingual status(String code) {
        return entries.status(code);
    }

    /** The first people. */
    List<ImpactPage.Changed> people(Impact impact, ChangedPeople.Filter filter, int limit) throws SQLException {
        return entries.people(people.page(impact, filter, ChangedPeople.Place.BEGINNING, limit));
    }

    /** The first batches. */
    List<ImpactPage.Changed> batches(Impact impact, ChangedBatches.Filter filter, int limit) throws SQLException {
        return entries.batches(batches.page(impact, filter, ChangedBatches.Place.BEGINNING, limit));
    }

    /** A page of people, as an address asks for it. */
    ImpactListPage peoplePage(Impact impact, int version, Query query) throws SQLException {
        String change = query.text("change");
        ChangedPeople.Filter filter = new ChangedPeople.Filter(
                query.day("day"),
                change == null ? null : kind(Change.class, change),
                query.text("market"),
                status(query, "was"),
                status(query, "is"));
        List<ChangedPerson> found = people.page(impact, filter, personAfter(query.text("past")), PAGE + 1);
        List<ChangedPerson> shown = found.subList(0, Math.min(PAGE, found.size()));
        ChangedPerson last = found.size() > PAGE ? shown.get(PAGE - 1) : null;
        return new ImpactListPage(
                impact,
                version,
                false,
                chosen(query, filter.change() == null ? null : ImpactWords.of(filter.change())),
                entries.people(shown),
                last == null ? null : next(people(impact), query, last.day(), last.personId()),
                query.text("past") != null);
    }

    /** A page of batches, likewise. */
    ImpactListPage batchPage(Impact impact, int version, Query query) throws SQLException {
        String change = query.text("change");
        ChangedBatches.Filter filter = new ChangedBatches.Filter(
                query.day("day"), change == null ? null : kind(BatchChange.class, change), query.text("market"));
        List<ChangedBatch> found = batches.page(impact, filter, batchAfter(query.text("past")), PAGE + 1);
        List<ChangedBatch> shown = found.subList(0, Math.min(PAGE, found.size()));
        ChangedBatch last = found.size() > PAGE ? shown.get(PAGE - 1) : null;
        return new ImpactListPage(
                impact,
                version,
                true,
                chosen(query, filter.change() == null ? null : ImpactWords.of(filter.change())),
                entries.batches(shown),
                last == null ? null : next(batches(impact), query, last.day(), last.batchId()),
                query.text("past") != null);
    }

    private static <K extends Enum<K>> K kind(Class<K> kinds, String name) {
        return Arrays.stream(kinds.getEnumConstants())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PageException(PageError.BAD_ADDRESS));
    }

    private static @Nullable String status(Query query, String name) {
        String text = query.text(name);
        return UNDECIDED.equals(text) ? "" : text;
    }

    /** What the list is cut down to, in words. */
    private List<Bilingual> chosen(Query query, @Nullable Bilingual change) {
        int day = query.day("day");
        String market = query.text("market");
        Market known = market == null ? null : lists.markets().get(market);
        String was = status(query, "was");
        String is = status(query, "is");
        return Stream.of(
                        change,
                        was == null ? null : joined("原为", "before: ", status(was)),
                        is == null ? null : joined("改为", "after: ", status(is)),
                        day == Days.NONE ? null : new Bilingual(Days.text(day), Days.text(day)),
                        known == null ? null : new Bilingual(known.name(), known.name()))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static Bilingual joined(String zh, String en, Bilingual text) {
        return new Bilingual(zh + text.zh(), en + text.en());
    }

    private static String next(Address list, Query query, int day, String id) {
        Address next = list;
        for (String name : List.of("change", "market", "was", "is", "day")) {
            next = next.with(name, query.text(name));
        }
        return next.with("past", Days.text(day) + "." + id).toString();
    }

    private ChangedPeople.Place personAfter(@Nullable String past) throws SQLException {
        ChangedPeople.Place place =
                past == null ? ChangedPeople.Place.BEGINNING : people.place(day(past), past.substring(DATE.length()));
        if (place == null) {
            throw new PageException(PageError.BAD_ADDRESS);
        }
        return place;
    }

    private ChangedBatches.Place batchAfter(@Nullable String past) throws SQLException {
        ChangedBatches.Place place =
                past == null ? ChangedBatches.Place.BEGINNING : batches.place(day(past), past.substring(DATE.length()));
        if (place == null) {
            throw new PageException(PageError.BAD_ADDRESS);
        }
        return place;
    }

    private static int day(String past) {
        if (past.length() <= DATE.length()) {
            throw new PageException(PageError.BAD_ADDRESS);
        }
        return Query.requireDay(past.substring(0, DATE.length() - 1));
    }
}
