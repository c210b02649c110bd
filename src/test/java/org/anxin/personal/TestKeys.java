package org.anxin.personal;

/** Keys for tests. */
public final class TestKeys {
    /** One key, as the configuration has it. */
    public static final String ONE = "1:b25lIGtleSBmb3IgdGVzdHMsIDMyIGJ5dGVzIGxvbmc=";

    /** Another one. */
    public static final String TWO = "2:YW5vdGhlciBrZXkgZm9yIHRlc3RzLCAzMiBieXRlcy4=";

    private TestKeys() {}

    /** Seals with the first of the keys. */
    public static Sealing sealing(String... keys) {
        return new Sealing(PersonalKeys.of(String.join(",", keys)));
    }
}
