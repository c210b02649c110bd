package org.anxin.registry.imports;

import org.anxin.registry.imports.Content.Reference;

/**
 * One column of a kind of file.
 *
 * @param name in files
 * @param stored name in the database; of a reference, that of the number which the id stands for
 * @param content what it holds
 * @param isKey whether it is part of the row's key
 * @param isRequired whether it may not be blank; a key always is
 * @param mayLack whether files may do without it, and then leave alone what is stored
 */
record Column(String name, String stored, Content content, boolean isKey, boolean isRequired, boolean mayLack) {

    static Column key(String name, String stored, Content content) {
        return new Column(name, stored, content, true, true, false);
    }

    static Column required(String name, String stored, Content content) {
        return new Column(name, stored, content, false, true, false);
    }

    static Column optional(String name, String stored, Content content) {
        return new Column(name, stored, content, false, false, false);
    }

    Column lackable() {
        return new Column(name, stored, content, isKey, isRequired, true);
    }

    /** How many fields it has where rows are staged. */
    int fields() {
        return content instanceof Content.Time ? 2 : 1;
    }

    /** The table that it refers to, or none. */
    boolean isReference() {
        return content instanceof Reference;
    }
}
