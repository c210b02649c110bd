package org.anxin.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The shapes that all answers share. */
public final class JsonOutput {
    private static final SerializableString ZH = new SerializedString("zh");
    private static final SerializableString EN = new SerializedString("en");

    private JsonOutput() {}

    /** A member with text, or null. */
    public static void text(JsonGenerator out, SerializableString name, @Nullable String text) throws IOException {
        out.writeFieldName(name);
        out.writeString(text);
    }

    /**
     * A member with a date, or null where {@code day} is no known day.
     *
     * @param day epoch day
     */
    public static void day(JsonGenerator out, SerializableString name, int day) throws IOException {
        out.writeFieldName(name);
        if (Days.known(day)) {
            out.writeString(Days.text(day));
        } else {
            out.writeNull();
        }
    }

    /** A member with a whole number. */
    public static void number(JsonGenerator out, SerializableString name, int number) throws IOException {
        out.writeFieldName(name);
        out.writeNumber(number);
    }

    /** A member with a text in both languages. */
    public static void bilingual(JsonGenerator out, SerializableString name, Bilingual text) throws IOException {
        out.writeFieldName(name);
        out.writeStartObject();
        text(out, ZH, text.zh());
        text(out, EN, text.en());
        out.writeEndObject();
    }

    /** The same for a text that many answers share as one object, such as the title of a rule. */
    public static void shared(JsonGenerator out, SerializableString name, Bilingual text) throws IOException {
        out.writeFieldName(name);
        out.writeStartObject();
        out.writeFieldName(ZH);
        out.writeString(SharedText.of(text.zh()));
        out.writeFieldName(EN);
        out.writeString(SharedText.of(text.en()));
        out.writeEndObject();
    }
}
