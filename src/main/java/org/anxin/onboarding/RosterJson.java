package org.anxin.onboarding;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads a market's roster as cases write it. */
public final class RosterJson {
    private static final Fields ROSTER =
            Fields.of("market", "letters", "operators", "people").requiring("market");
    private static final Fields MARKET = Fields.of("id", "type", "subdistrict").requiring("id", "type");
    private static final Fields LETTER = Fields.of("id", "validFrom").requiring("id", "validFrom");

    private RosterJson() {}

    /** The roster at which {@code in} stands, or null if mistakes were reported. */
    public static @Nullable Roster read(FactInput in) throws IOException {
        if (!in.begins(ROSTER)) {
            return null;
        }
        Set<String> operatorIds = new HashSet<>();
        Set<String> personIds = new HashSet<>();
        Roster.Market market = null;
        List<Letter> letters = List.of();
        List<Roster.OperatorEntry> operators = List.of();
        List<Roster.PersonEntry> people = List.of();
        while (in.next()) {
            switch (in.field()) {
                case "market" -> market = market(in);
                case "letters" -> letters = in.list(RosterJson::letter);
                case "operators" -> operators = in.list(one -> RosterEntries.operator(one, operatorIds));
                default -> people = in.list(one -> RosterEntries.person(one, personIds));
            }
        }
        return market == null || !in.clean() ? null : new Roster(market, letters, operators, people);
    }

    private static Roster.@Nullable Market market(FactInput in) throws IOException {
        if (!in.begins(MARKET)) {
            return null;
        }
        String id = null;
        String type = null;
        String subdistrict = null;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.id();
                case "type" -> type = in.word("marketType");
                default -> subdistrict = in.textOrBlank();
            }
        }
        return id == null || type == null || !in.clean() ? null : new Roster.Market(id, type, subdistrict);
    }

    private static @Nullable Letter letter(FactInput in) throws IOException {
        if (!in.begins(LETTER)) {
            return null;
        }
        String id = null;
        int validFrom = Days.NONE;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.id();
                default -> validFrom = in.day();
            }
        }
        return id == null || !in.clean() ? null : new Letter(id, validFrom);
    }
}
