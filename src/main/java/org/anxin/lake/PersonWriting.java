package org.anxin.lake;

import java.util.List;
import org.anxin.registry.StoredPerson;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;

/** Writes people as wide rows. */
final class PersonWriting extends FactWriting<StoredPerson> {
    PersonWriting() {
        super(LakeSchema.PEOPLE);
    }

    @Override
    void fields(StoredPerson person) {
        Person facts = person.facts();
        field(0, person.no());
        field(1, facts.id());
        field(2, facts.releasedOn());
        list(3, facts.assignments().size(), i -> assignment(person, i));
        List<Absence> absences = facts.absences();
        list(4, absences.size(), i -> {
            field(0, absences.get(i).from());
            field(1, absences.get(i).to());
        });
        List<Sample> samples = facts.samples();
        list(5, samples.size(), i -> {
            field(0, samples.get(i).takenOn());
            field(1, samples.get(i).result());
        });
    }

    private void assignment(StoredPerson person, int i) {
        Assignment one = person.facts().assignments().get(i);
        field(0, one.marketId());
        field(1, one.marketType());
        field(2, one.subdistrict());
        field(3, one.category());
        field(4, person.operatorIds().get(i));
        field(5, one.from());
        field(6, one.to());
    }
}
