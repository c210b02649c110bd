/** What the rules in {@code onboarding} see. */
@NullMarked
package org.anxin.onboarding.facts;

import org.jspecify.annotations.NullMarked;
