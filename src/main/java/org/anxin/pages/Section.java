package org.anxin.pages;

/** The parts of the pages, as the head leads to them. */
public enum Section {
    TODAY("/"),
    MARKETS("/markets"),
    PATROLS("/patrols"),
    PEOPLE("/people"),
    BATCHES("/batches"),
    RULES("/rules"),
    SWEEPS("/sweeps"),
    NOTICES("/notices");

    private final String path;

    Section(String path) {
        this.path = path;
    }

    /** The one that an address belongs to. */
    static Section of(String address) {
        Section found = TODAY;
        for (Section section : values()) {
            if (address.startsWith(section.path) && section.path.length() > found.path.length()) {
                found = section;
            }
        }
        return found;
    }

    /** Where it begins. */
    public String path() {
        return path;
    }
}
