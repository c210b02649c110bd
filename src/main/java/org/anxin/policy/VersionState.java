package org.anxin.policy;

/** How a version of the rules stands on a day. */
public enum VersionState {
    /** Written, not approved. */
    DRAFT,
    /** May be activated, or will be in force on a later day. */
    APPROVED,
    /** In force. */
    ACTIVE,
    /** Was in force, or was to be, and is not any more. */
    RETIRED
}
