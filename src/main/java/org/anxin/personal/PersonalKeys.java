package org.anxin.personal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** The keys that are given, in the order in which they are given: the first one seals, all of them open. */
public final class PersonalKeys {
    /** Highest number of a key. */
    public static final int HIGHEST = 255;

    private final List<PersonalKey> keys;

    private PersonalKeys(List<PersonalKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Keys that are none. It does not repeat what was given. */
    public static final class BadKeysException extends RuntimeException {
        private final transient Bilingual problem;

        BadKeysException(String zh, String en) {
            super(zh + " / " + en);
            this.problem = new Bilingual(zh, en);
        }

        /** What is wrong. */
        public Bilingual problem() {
            return problem;
        }
    }

    /**
     * Reads keys.
     *
     * @param text {@code 2:BASE64,1:BASE64}: a number from 1 to 255 and 32 bytes each
     * @throws BadKeysException if they are not written so
     */
    public static PersonalKeys of(String text) {
        List<PersonalKey> keys = new ArrayList<>();
        for (String entry : text.split(",", -1)) {
            PersonalKey key = key(entry.strip());
            if (keys.stream().anyMatch(other -> other.id() == key.id())) {
                throw new BadKeysException("两个密钥的编号相同：" + key.id(), "two keys have the number " + key.id());
            }
            keys.add(key);
        }
        return new PersonalKeys(keys);
    }

    private static PersonalKey key(String entry) {
        int colon = entry.indexOf(':');
        try {
            int id = Integer.parseInt(entry.substring(0, Math.max(0, colon)));
            byte[] secret = Base64.getDecoder().decode(entry.substring(colon + 1));
            if (id >= 1 && id <= HIGHEST && secret.length == PersonalKey.BYTES) {
                return new PersonalKey(id, secret);
            }
        } catch (IllegalArgumentException e) {
            // Said below. The cause would repeat a part of the key.
        }
        throw new BadKeysException(
                "密钥须写作“编号:32 字节的 Base64”，编号为 1 至 255，多个以逗号分隔",
                "keys are written as NUMBER:BASE64 of 32 bytes, with numbers from 1 to 255 and commas between them");
    }

    /** A new random key as it is given in the environment. */
    public static String fresh(int id) {
        byte[] secret = new byte[PersonalKey.BYTES];
        new SecureRandom().nextBytes(secret);
        return id + ":" + Base64.getEncoder().encodeToString(secret);
    }

    /** The one that seals. */
    PersonalKey first() {
        return keys.get(0);
    }

    /** All of them. */
    List<PersonalKey> all() {
        return keys;
    }

    /** The key of a number, or null if it is not given. */
    @Nullable
    PersonalKey of(int id) {
        for (PersonalKey key : keys) {
            if (key.id() == id) {
                return key;
            }
        }
        return null;
    }
}
