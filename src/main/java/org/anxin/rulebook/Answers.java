package org.anxin.rulebook;

/**
 * What a ruleset says about facts of one type, remembered by the class of their values.
 *
 * @param <F> the fact
 * @param <O> what the feature makes of the rules that apply
 */
public interface Answers<F extends Record, O> {
    /** The outcome for {@code fact}; the same instance for every fact of the same class. */
    O of(F fact);
}
