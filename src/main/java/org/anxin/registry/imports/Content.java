package org.anxin.registry.imports;

import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;
import org.anxin.json.CivilDay;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Suggestion;
import org.anxin.json.Text;
import org.anxin.personal.PersonalField;
import org.anxin.personal.Sealing;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.anxin.time.Moment;
import org.jspecify.annotations.Nullable;

/** What a column holds: how its text is checked, and how it goes into the table that rows are staged in. */
sealed interface Content {

    /**
     * Why a value is none.
     *
     * @param message is only made for rows that are listed
     */
    record Flaw(ErrorCode code, Supplier<Bilingual> message) {
        static Flaw of(ErrorCode code, Object... arguments) {
            return new Flaw(code, () -> code.message(arguments));
        }
    }

    /** What values mean, and how they are kept, depends on these. */
    record Meaning(Words words, ZoneId zone, Sealing sealing) {}

    /**
     * Writes the value as the next field of {@code row}, or says why it is none.
     *
     * @param value not blank, and without space around it
     */
    @Nullable
    Flaw stage(String value, StagedRow row, Meaning meaning);

    /** SQL type of the staged field. */
    default String type() {
        return "text collate \"C\"";
    }

    /** The id of the row itself. */
    record Id() implements Content {
        @Override
        public @Nullable Flaw stage(String value, StagedRow row, Meaning meaning) {
            if (!Text.isId(value)) {
                return Flaw.of(ErrorCode.BAD_ID);
            }
            row.id(value);
            return null;
        }
    }

    /**
     * The id of a row in another table.
     *
     * @param table that table
     */
    record Reference(String table) implements Content {
        @Override
        public @Nullable Flaw stage(String value, StagedRow row, Meaning meaning) {
            return new Id().stage(value, row, meaning);
        }
    }

    /** Free text. */
    record Free() implements Content {
        @Override
        public @Nullable Flaw stage(String value, StagedRow row, Meaning meaning) {
            ErrorCode mistake = Text.mistake(value);
            if (mistake != null) {
                return Flaw.of(mistake, FactInput.LONGEST_TEXT);
            }
            row.text(value);
            return null;
        }
    }

    /**
     * Text that tells who somebody is. It leaves the service sealed, for the person whose id stands before it in the row.
     *
     * @param field what of the person it is
     */
    record Personal(PersonalField field) implements Content {
        @Override
        public @Nullable Flaw stage(String value, StagedRow row, Meaning meaning) {
            ErrorCode mistake = Text.mistake(value);
            if (mistake != null) {
                return Flaw.of(mistake, FactInput.LONGEST_TEXT);
            }
            row.bytes(Objects.requireNonNull(meaning.sealing().seal(field, row.id(), value)));
            return null;
        }

        @Override
        public String type() {
            return "bytea";
        }
    }

    /**
     * A declared word.
     *
     * @param kind for example {@code category}
     */
    record Word(String kind) implements Content {
        @Override
        public @Nullable Flaw stage(String value, StagedRow row, Meaning meaning) {
            String word = meaning.words().canonical(kind, value);
            if (word == null) {
                ErrorCode code = ErrorCode.UNDECLARED_WORD;
                return new Flaw(
                        code, () -> code.message(Suggestion.word(meaning.words().nearest(kind, value))));
            }
            row.text(word);
            return null;
        }
    }

    /** A civil day. */
    record Day() implements Content {
        @Override
        public @Nullable Flaw stage(String value, StagedRow row, Meaning meaning) {
            int day = CivilDay.ofDate(value);
            if (day == Days.NONE) {
                return Flaw.of(CivilDay.whyNoDate(value));
            }
            row.day(day);
            return null;
        }

        @Override
        public String type() {
            return "date";
        }
    }

    /** An instant, or only its day. Staged as both, the instant first. */
    record Time() implements Content {
        @Override
        public @Nullable Flaw stage(String value, StagedRow row, Meaning meaning) {
            Moment moment = CivilDay.moment(value, meaning.zone());
            if (moment == null) {
                return Flaw.of(CivilDay.whyNoTime(value));
            }
            row.moment(moment);
            return null;
        }

        @Override
        public String type() {
            return "timestamptz";
        }
    }

    /** Yes or no. Spreadsheets write TRUE and FALSE. */
    record Flag() implements Content {
        private static final Bilingual EXPECTED = new Bilingual("true、false、是或否", "true, false, 是 or 否");

        @Override
        public @Nullable Flaw stage(String value, StagedRow row, Meaning meaning) {
            boolean yes = value.equalsIgnoreCase("true") || value.equals("是");
            if (!yes && !value.equalsIgnoreCase("false") && !value.equals("否")) {
                return Flaw.of(ErrorCode.WRONG_TYPE, EXPECTED);
            }
            row.flag(yes);
            return null;
        }

        @Override
        public String type() {
            return "boolean";
        }
    }
}
