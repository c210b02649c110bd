package org.anxin.lake;

/** How a lake has its people. */
public enum LakeShape {
    /** Everything about a person in the person's row. */
    WIDE,
    /** A table for each kind of fact. */
    NARROW
}
