package org.anxin.pages;

/** The parts of the pages, as the head leads to them. */
public enum Section {
    TODAY("/"),
    MARKETS("/markets"),
    PEOPLE("/people"),
    BATCHES("/batches"),
    RULES("/rules"),
    SWEEPS("/sweeps");

    private final String path;

    Section(String path) {
        this.path = path;
    }

    /** Where it begins. */
    public String path() {
        return path;
    }
}
