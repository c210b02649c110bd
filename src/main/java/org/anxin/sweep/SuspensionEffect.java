package org.anxin.sweep;

/** What a run does to a person's suspension. */
public enum SuspensionEffect {
    NONE,
    OPENED,
    LIFTED
}
