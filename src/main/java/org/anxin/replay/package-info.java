/** Decides again what was decided, by the rules of then: what the decision log says can be shown to be so. */
@NullMarked
package org.anxin.replay;

import org.jspecify.annotations.NullMarked;
