package org.anxin.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.anxin.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Strict, streaming reading of facts from a JSON or YAML parser. A feature asks for the fields and types it knows;
 * whatever does not fit is reported with its place, and reading goes on, so that the sender sees every mistake at once.
 *
 * <pre>{@code
 * if (!in.begins(FIELDS)) {
 *     return null;
 * }
 * while (in.next()) {
 *     switch (in.field()) {
 *         case "id" -> id = in.id();
 *         …
 *     }
 * }
 * return id == null || !in.clean() ? null : new Thing(id, …);
 * }</pre>
 *
 * Fields that may be missing may be null as well, and are then not visited.
 */
public final class FactInput {
    /** Longest text in characters. Names of goods and firms are far shorter. */
    public static final int LONGEST_TEXT = 200;

    /** Longest text of several lines, such as a letter, in characters. */
    public static final int LONGEST_DOCUMENT = 10_000;

    private static final Bilingual OBJECT = new Bilingual("对象", "an object");
    private static final Bilingual LIST = new Bilingual("列表", "a list");
    private static final Bilingual TEXT = new Bilingual("文本（加引号）", "text in quotes");
    private static final Bilingual FLAG = new Bilingual("true 或 false", "true or false");

    private static final ObjectMapper TREES = new ObjectMapper();

    private final JsonParser parser;
    private final Words words;
    private final ZoneId zone;
    private final Mistakes mistakes;
    private OpenObject[] open = new OpenObject[8];
    private int depth;
    private String field = "";
    private boolean required;
    private boolean clean = true;

    private FactInput(JsonParser parser, Words words, ZoneId zone) {
        this.parser = parser;
        this.words = words;
        this.zone = zone;
        this.mistakes = new Mistakes(parser);
    }

    /**
     * Reads the whole document of {@code parser} and closes it.
     *
     * @param words the words that the facts may use
     * @param zone where times become civil days
     * @throws InvalidInputException with every mistake, or with the one that made the document unreadable
     * @throws IOException if the source of the document fails
     */
    public static <T> T read(JsonParser parser, Words words, ZoneId zone, Reading<T> reading) throws IOException {
        try (parser) {
            FactInput in = new FactInput(parser, words, zone);
            T value = Syntax.guarded(parser, () -> in.document(reading));
            in.mistakes.throwIfAny();
            if (value == null) {
                throw new IllegalStateException("nothing was read, and nothing was reported");
            }
            return value;
        }
    }

    private <T> @Nullable T document(Reading<T> reading) throws IOException {
        if (parser.nextToken() == null) {
            mistakes.here(ErrorCode.EMPTY_BODY);
            return null;
        }
        T value = reading.read(this);
        if (parser.nextToken() != null) {
            JsonLocation at = parser.currentTokenLocation();
            mistakes.here(ErrorCode.TRAILING_CONTENT, at.getLineNr(), at.getColumnNr());
        }
        return value;
    }

    // --- objects and lists

    /** Enters an object with these fields. False, with the mistake reported, if there is none. */
    public boolean begins(Fields fields) throws IOException {
        if (!is(JsonToken.START_OBJECT, OBJECT)) {
            return false;
        }
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        OpenObject object = open[depth];
        if (object == null) {
            object = new OpenObject();
            open[depth] = object;
        }
        object.begin(fields, mistakes.total(), parser instanceof YAMLParser ? parser.currentTokenLocation() : null);
        depth++;
        return true;
    }

    /** Goes to the next known field that is not null. False, with missing fields reported, at the object's end. */
    public boolean next() throws IOException {
        OpenObject object = open[depth - 1];
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            int index = object.indexOf(name);
            boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
            if (index < 0) {
                unknownField(name, object.fields);
            } else if (!object.firstTime(index)) {
                mistakes.here(ErrorCode.DUPLICATE_FIELD);
                parser.skipChildren();
            } else if (!isNull) {
                field = object.fields.name(index);
                required = object.fields.isRequired(index);
                return true;
            } else if (object.fields.isRequired(index)) {
                mistakes.here(ErrorCode.REQUIRED);
            }
        }
        end(object);
        return false;
    }

    private void unknownField(String name, Fields fields) throws IOException {
        if (mistakes.listsNext()) {
            mistakes.here(ErrorCode.UNKNOWN_FIELD, Suggestion.of(name, fields.names()));
        } else {
            mistakes.here(ErrorCode.UNKNOWN_FIELD, "");
        }
        parser.skipChildren();
    }

    private void end(OpenObject object) {
        for (long missing = object.missing(); missing != 0; missing &= missing - 1) {
            String name = object.fields.name(Long.numberOfTrailingZeros(missing));
            mistakes.member(name, object.location, ErrorCode.REQUIRED);
        }
        depth--;
        clean = mistakes.total() == object.mistakesBefore;
    }

    /** The field at which the input stands. */
    public String field() {
        return field;
    }

    /** Whether nothing was wrong in the object that just ended. */
    public boolean clean() {
        return clean;
    }

    /** Reports a mistake in a member of the object that just ended, for checks between fields. */
    public void report(String member, ErrorCode code, Object... arguments) {
        mistakes.member(member, open[depth].location, code, arguments);
        clean = false;
    }

    /** Requires a declared word of {@code kind} for a member of the object that just ended, whose value came otherwise. */
    public void requireWord(String member, String kind, String text) {
        if (words.find(kind, text) == null) {
            report(member, ErrorCode.UNDECLARED_WORD, Suggestion.word(words.nearest(kind, text)));
        }
    }

    /** Reports a mistake in the object that just ended, or in the value that was just read. */
    public void report(ErrorCode code) {
        mistakes.here(code);
        clean = false;
    }

    /** A list; entries with mistakes are left out. */
    public <T> List<T> list(Reading<T> entry) throws IOException {
        List<T> list = new ArrayList<>();
        if (is(JsonToken.START_ARRAY, LIST)) {
            entries(entry, list);
        }
        return list;
    }

    /** A list of at least one entry; entries with mistakes are left out. */
    public <T> List<T> filledList(Reading<T> entry) throws IOException {
        List<T> list = new ArrayList<>();
        if (is(JsonToken.START_ARRAY, LIST) && entries(entry, list) == 0) {
            mistakes.here(ErrorCode.EMPTY_LIST);
        }
        return list;
    }

    private <T> int entries(Reading<T> entry, List<T> list) throws IOException {
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            count++;
            T value = entry.read(this);
            if (value != null) {
                list.add(value);
            }
        }
        return count;
    }

    // --- single values: each is null, or NONE for a day, where a mistake was reported

    /** Text of at most {@link #LONGEST_TEXT} characters, possibly blank. */
    public @Nullable String text() throws IOException {
        if (!is(JsonToken.VALUE_STRING, TEXT)) {
            return null;
        }
        String text = parser.getText();
        ErrorCode mistake = Text.mistake(text);
        if (mistake != null) {
            mistakes.here(mistake, LONGEST_TEXT);
            return null;
        }
        return text;
    }

    /** Text of at most {@link #LONGEST_DOCUMENT} characters that is not blank and may have lines. */
    public @Nullable String longText() throws IOException {
        if (!is(JsonToken.VALUE_STRING, TEXT)) {
            return null;
        }
        String text = parser.getText();
        boolean printable = text.lines().allMatch(Text::isPrintable);
        if (text.isBlank()) {
            mistakes.here(ErrorCode.REQUIRED);
        } else if (!printable) {
            mistakes.here(ErrorCode.BAD_TEXT);
        } else if (text.codePointCount(0, text.length()) > LONGEST_DOCUMENT) {
            mistakes.here(ErrorCode.TEXT_TOO_LONG, LONGEST_DOCUMENT);
        } else {
            return text;
        }
        return null;
    }

    /** Text that is not blank; a blank one is as good as missing. */
    public @Nullable String filledText() throws IOException {
        String text = text();
        if (text != null && text.isBlank()) {
            mistakes.here(ErrorCode.REQUIRED);
            return null;
        }
        return text;
    }

    /** Text, or null without a mistake where it is blank. */
    public @Nullable String textOrBlank() throws IOException {
        String text = text();
        return text == null || text.isBlank() ? null : text;
    }

    /** An id. A blank one is as good as missing where the field is required, and no id where it is not. */
    public @Nullable String id() throws IOException {
        if (!is(JsonToken.VALUE_STRING, TEXT)) {
            return null;
        }
        String id = parser.getText();
        if (!Text.isId(id)) {
            mistakes.here(required && id.isBlank() ? ErrorCode.REQUIRED : ErrorCode.BAD_ID);
            return null;
        }
        return id;
    }

    /**
     * An id that no other thing in the document has.
     *
     * @param used ids so far, to which it is added
     */
    public @Nullable String newId(Set<String> used) throws IOException {
        String id = id();
        if (id != null && !used.add(id)) {
            mistakes.here(ErrorCode.DUPLICATE_ID);
        }
        return id;
    }

    /** A declared word of {@code kind}; always the instance of the {@link Words}. */
    public @Nullable String word(String kind) throws IOException {
        return word(kind, true);
    }

    /** A declared word of {@code kind}, or null without a mistake where it is blank. */
    public @Nullable String wordOrBlank(String kind) throws IOException {
        return word(kind, false);
    }

    private @Nullable String word(String kind, boolean required) throws IOException {
        if (!is(JsonToken.VALUE_STRING, TEXT)) {
            return null;
        }
        String text = parser.getText();
        String word = words.canonical(kind, text);
        if (word == null && !text.isBlank()) {
            mistakes.here(
                    ErrorCode.UNDECLARED_WORD,
                    Suggestion.word(mistakes.listsNext() ? words.nearest(kind, text) : null));
        } else if (word == null && required) {
            mistakes.here(ErrorCode.REQUIRED);
        }
        return word;
    }

    /** A civil date as an epoch day. */
    public int day() throws IOException {
        if (!is(JsonToken.VALUE_STRING, TEXT)) {
            return Days.NONE;
        }
        int day = CivilDay.ofDate(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        if (day == Days.NONE) {
            mistakes.here(CivilDay.whyNoDate(parser.getText()));
        }
        return day;
    }

    /** A civil date, or the civil date of an RFC 3339 date-time with offset in the input's zone, as an epoch day. */
    public int dayOfTime() throws IOException {
        if (!is(JsonToken.VALUE_STRING, TEXT)) {
            return Days.NONE;
        }
        int day = CivilDay.ofTime(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), zone);
        if (day == Days.NONE) {
            mistakes.here(CivilDay.whyNoTime(parser.getText()));
        }
        return day;
    }

    /** A civil date, or an RFC 3339 date-time with offset. */
    public @Nullable Moment moment() throws IOException {
        if (!is(JsonToken.VALUE_STRING, TEXT)) {
            return null;
        }
        Moment moment = CivilDay.moment(parser.getText(), zone);
        if (moment == null) {
            mistakes.here(CivilDay.whyNoTime(parser.getText()));
        }
        return moment;
    }

    /** An exact decimal of at most 18 digits, 6 of them after the point. */
    public @Nullable BigDecimal decimal() throws IOException {
        if (!parser.currentToken().isNumeric() || !Decimal.isPlain(parser.getText())) {
            mistakes.here(ErrorCode.BAD_NUMBER);
            parser.skipChildren();
            return null;
        }
        BigDecimal number = Decimal.of(parser.getText());
        if (number == null) {
            mistakes.here(ErrorCode.NUMBER_TOO_LONG);
        }
        return number;
    }

    /** True or false. */
    public @Nullable Boolean flag() throws IOException {
        if (parser.currentToken().isBoolean()) {
            return parser.getBooleanValue();
        }
        wrong(FLAG);
        return null;
    }

    /** The value as it stands, for what is compared and not read. */
    public JsonNode tree() throws IOException {
        return TREES.readTree(parser);
    }

    private boolean is(JsonToken expected, Bilingual name) throws IOException {
        if (parser.currentToken() != expected) {
            wrong(name);
            return false;
        }
        if (expected == JsonToken.VALUE_STRING && parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            mistakes.here(ErrorCode.ALIAS_REFUSED);
            return false;
        }
        return true;
    }

    private void wrong(Bilingual expected) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            mistakes.here(ErrorCode.REQUIRED);
        } else {
            mistakes.here(ErrorCode.WRONG_TYPE, expected);
            parser.skipChildren();
        }
    }
}
