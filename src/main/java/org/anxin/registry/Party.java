package org.anxin.registry;

/**
 * Whoever has an account and signs: an operator, or a person.
 *
 * @param kind which of the two
 * @param id of the operator or person
 */
public record Party(Kind kind, String id) {
    /** What a party is. */
    public enum Kind {
        OPERATOR("operatorId"),
        PERSON("personId");

        private final String member;

        Kind(String member) {
            this.member = member;
        }

        /** What JSON calls its id. */
        public String member() {
            return member;
        }
    }

    /** An operator. */
    public static Party operator(String id) {
        return new Party(Kind.OPERATOR, id);
    }

    /** A person. */
    public static Party person(String id) {
        return new Party(Kind.PERSON, id);
    }
}
