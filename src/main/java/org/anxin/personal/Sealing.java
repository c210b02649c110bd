package org.anxin.personal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seals values for the database and opens them again (AES-256-GCM). A sealed value is the number of its key, a hash to find it
 * by, a nonce, the encrypted text and its tag. It opens only at its own place, a column of a person. The nonce is made of the
 * place and the text, so that a value which did not change is stored as it was: imports compare sealed values.
 */
public final class Sealing {
    /** Bytes by which a value is found: the number of the key and the hash. */
    public static final int PREFIX = 9;

    private static final int TEXT = PREFIX + PersonalKey.NONCE;
    private static final int SHORTEST = TEXT + PersonalKey.TAG;

    private final PersonalKeys keys;

    /** Seals with the first of these keys. */
    public Sealing(PersonalKeys keys) {
        this.keys = keys;
    }

    /** The value sealed for its place; null stays null. */
    public byte @Nullable [] seal(PersonalField field, String personId, @Nullable String text) {
        if (text == null) {
            return null;
        }
        PersonalKey key = keys.first();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = new byte[SHORTEST + utf8.length];
        System.arraycopy(prefix(key, field, text), 0, sealed, 0, PREFIX);
        byte[] place = place(field, personId, sealed);
        byte[] nonce = new byte[PersonalKey.NONCE];
        System.arraycopy(key.nonce(place, utf8), 0, nonce, 0, nonce.length);
        System.arraycopy(nonce, 0, sealed, PREFIX, nonce.length);
        key.seal(nonce, place, utf8, sealed, TEXT);
        return sealed;
    }

    /**
     * The value that was sealed for this place; null stays null.
     *
     * @throws UnreadablePersonalException if its key is not given, or it is not what was sealed there
     */
    public @Nullable String open(PersonalField field, String personId, byte @Nullable [] sealed) {
        if (sealed == null) {
            return null;
        }
        PersonalKey key = sealed.length < SHORTEST ? null : keys.of(keyOf(sealed));
        if (key == null) {
            throw new UnreadablePersonalException("a value is sealed with a key that is not given");
        }
        byte[] nonce = new byte[PersonalKey.NONCE];
        System.arraycopy(sealed, PREFIX, nonce, 0, nonce.length);
        return new String(key.open(nonce, place(field, personId, sealed), sealed, TEXT), StandardCharsets.UTF_8);
    }

    /** With what values begin that may be this one, one for each key. Look at what they say: other values may begin so too. */
    public List<byte[]> prefixes(PersonalField field, String text) {
        return keys.all().stream().map(key -> prefix(key, field, text)).toList();
    }

    /** Number of the key that seals. */
    public int firstKey() {
        return keys.first().id();
    }

    PersonalKeys keys() {
        return keys;
    }

    private static int keyOf(byte[] sealed) {
        return Byte.toUnsignedInt(sealed[0]);
    }

    private static byte[] prefix(PersonalKey key, PersonalField field, String text) {
        String looked = field.column() + "\0" + field.spelling(text);
        byte[] hash = key.search(looked.getBytes(StandardCharsets.UTF_8));
        byte[] prefix = new byte[PREFIX];
        prefix[0] = (byte) key.id();
        System.arraycopy(hash, 0, prefix, 1, PREFIX - 1);
        return prefix;
    }

    /** Where a value belongs, and with what it begins, so that neither can be altered. */
    private static byte[] place(PersonalField field, String personId, byte[] sealed) {
        byte[] name = ("people\0" + field.column() + "\0" + personId).getBytes(StandardCharsets.UTF_8);
        byte[] place = new byte[PREFIX + name.length];
        System.arraycopy(sealed, 0, place, 0, PREFIX);
        System.arraycopy(name, 0, place, PREFIX, name.length);
        return place;
    }
}
