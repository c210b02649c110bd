package org.anxin.registry;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Map;
import org.anxin.personal.PersonalField;
import org.anxin.personal.Sealing;
import org.anxin.text.Bilingual;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The people. */
@Singleton
public class People extends Records<String, RegisteredPerson, PersonRow> {
    private static final String AT_MARKET = """
            personId > ?1 and no in (
                select a.key.personNo from AssignmentRow a where a.market.marketId = ?2) order by personId""";
    private static final References REFERENCES = new References(
            List.of(
                    new References.Place("select count(*) from assignments where person_no = :no", "岗位", "assignments"),
                    new References.Place("select count(*) from absences where person_no = :no", "缺勤", "absences"),
                    new References.Place("select count(*) from samples where person_no = :no", "采样", "samples"),
                    new References.Place("""
                            select (select count(*) from results where person_no = :no)
                                + (select count(*) from results_past where person_no = :no)
                                + (select count(*) from sweep_errors where person_no = :no)""", "核查结果", "findings of sweeps"),
                    new References.Place(
                            "select count(*) from suspensions where person_no = :no", "暂停经营记录", "suspensions"),
                    new References.Place("""
                            select (select count(*) from activations where person_no = :no)
                                + (select count(*) from signatures where person_no = :no)
                                + (select count(*) from contacts where person_no = :no)
                                + (select count(*) from contacts_past c join operators on no = operator_no
                                    where person_no = :no)""", "激活、签订和接触人员记录", "activations, signatures and contacts")),
            new Bilingual(
                    "请先删除其岗位和缺勤；已有采样或已被核查过的人员须保留，请改为结束其岗位。",
                    "Delete the assignments and absences first. Who has samples or was ever in a sweep stays: end the"
                            + " person's assignments instead."));

    private final Sealing sealing;

    /** @param sealing of what tells who somebody is */
    public People(Sealing sealing) {
        this.sealing = sealing;
    }

    /**
     * People by id, those after {@code after}.
     *
     * @param marketId only those who have any assignment at this market, past or to come, if not null
     */
    public Page<RegisteredPerson> page(@Nullable String marketId, String after, int limit) {
        return Transactions.reading(() -> {
            PanacheQuery<PersonRow> found = marketId == null
                    ? PersonRow.find("personId > ?1 order by personId", after)
                    : PersonRow.find(AT_MARKET, after, marketId);
            List<PersonRow> rows = found.range(0, limit).list();
            return Page.of(rows, limit, this::facts, RegisteredPerson::id);
        });
    }

    /**
     * People who have all of this, however it is spelled, by id. Parts of a name or number find nobody.
     *
     * @param wanted at least one value
     * @param after only those whose ids come after this one
     */
    public Page<RegisteredPerson> search(Map<PersonalField, String> wanted, String after, int limit) {
        StringBuilder sql = new StringBuilder("select * from people where id > :after");
        wanted.keySet()
                .forEach(field -> sql.append(" and substring(%1$s from 1 for 9) in (:%1$s)".formatted(field.column())));
        sql.append(" order by id limit :limit");
        return Transactions.reading(() -> {
            NativeQuery<PersonRow> query = Panache.getSession().createNativeQuery(sql.toString(), PersonRow.class);
            query.setParameter("after", after).setParameter("limit", limit + 1);
            wanted.forEach((field, text) -> query.setParameterList(field.column(), sealing.prefixes(field, text)));
            Page<RegisteredPerson> found = Page.of(query.getResultList(), limit, this::facts, RegisteredPerson::id);
            return new Page<>(
                    found.items().stream()
                            .filter(person -> wanted.entrySet().stream()
                                    .allMatch(one -> one.getKey().isSame(one.getValue(), person.of(one.getKey()))))
                            .toList(),
                    found.next());
        });
    }

    /** Whether there is such a person. */
    public boolean has(String id) {
        return Transactions.reading(() -> PersonRow.count("personId", id) > 0);
    }

    /** The row of a person who was there when the draft was read. */
    static PersonRow required(String id) {
        PersonRow row = PersonRow.<PersonRow>find("personId", id).firstResult();
        if (row == null) {
            throw new OptimisticLockException("deleted meanwhile");
        }
        return row;
    }

    @Override
    @Nullable
    PersonRow row(String id, LockModeType lock) {
        return PersonRow.<PersonRow>find("personId", id).withLock(lock).firstResult();
    }

    @Override
    Stored<RegisteredPerson> stored(PersonRow row) {
        return new Stored<>(facts(row), row.knownFrom);
    }

    private RegisteredPerson facts(PersonRow row) {
        return new RegisteredPerson(
                row.personId,
                sealing.open(PersonalField.NAME, row.personId, row.name),
                sealing.open(PersonalField.ID_NUMBER, row.personId, row.idNumber),
                sealing.open(PersonalField.PHONE, row.personId, row.phone),
                row.releasedOn);
    }

    @Override
    PersonRow fresh(String id) {
        PersonRow row = new PersonRow();
        row.personId = id;
        return row;
    }

    @Override
    void set(PersonRow row, RegisteredPerson facts) {
        row.name = sealing.seal(PersonalField.NAME, row.personId, facts.name());
        row.idNumber = sealing.seal(PersonalField.ID_NUMBER, row.personId, facts.idNumber());
        row.phone = sealing.seal(PersonalField.PHONE, row.personId, facts.phone());
        // A form that does not know of the release must not block the person again; Releases withdraws one.
        if (facts.releasedOn() != null) {
            row.releasedOn = facts.releasedOn();
        }
    }

    @Override
    void requireUnreferred(PersonRow row) {
        REFERENCES.requireNone(row.no);
    }
}
