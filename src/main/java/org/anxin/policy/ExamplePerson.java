package org.anxin.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.anxin.rulebook.Words;
import org.anxin.testing.Assignment;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** A person to try rules with, in the form of a request (SPEC section 6). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExamplePerson(String id, List<Work> assignments) {

    /** An assignment in the form of a request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Work(
            Place market,
            String category,
            String from,
            @Nullable String to) {}

    /** A market in the form of a request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(String id, String type, @Nullable String subdistrict) {}

    /** Somebody with this assignment and no sample. */
    static ExamplePerson with(Assignment assignment) {
        Place place = new Place(assignment.marketId(), assignment.marketType(), assignment.subdistrict());
        String to = assignment.to() == Days.OPEN ? null : Days.text(assignment.to());
        return new ExamplePerson(
                "EXAMPLE", List.of(new Work(place, assignment.category(), Days.text(assignment.from()), to)));
    }

    /** Such people in words. */
    static Bilingual words(Assignment assignment, Words words) {
        Bilingual type = words.name("marketType", assignment.marketType());
        Bilingual category = words.name("category", assignment.category());
        StringBuilder zh = new StringBuilder(type.zh() + category.zh());
        StringBuilder en = new StringBuilder(category.en() + ", " + type.en());
        if (assignment.subdistrict() != null) {
            zh.append("，").append(assignment.subdistrict());
            en.append(", ").append(assignment.subdistrict());
        }
        if (!assignment.marketId().equals("EXAMPLE")) {
            zh.append("，市场 ").append(assignment.marketId());
            en.append(", market ").append(assignment.marketId());
        }
        if (assignment.to() != Days.OPEN) {
            zh.append("，岗位至").append(DayText.zh(assignment.to()));
            en.append(", until ").append(DayText.en(assignment.to()));
        }
        return new Bilingual(zh.toString(), en.toString());
    }
}
