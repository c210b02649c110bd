package org.anxin.onboarding;

import java.util.List;

/**
 * What an operator or a person has done to be let in.
 *
 * @param activations when the account was activated
 * @param signatures what was signed
 */
public record Onboarding(List<Span> activations, List<Signature> signatures) {
    /** Nothing yet. */
    public static final Onboarding NONE = new Onboarding(List.of(), List.of());
}
