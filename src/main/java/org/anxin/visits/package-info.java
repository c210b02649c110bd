/** Stored patrols: visits and video checks, what the rules found in them, how it was rectified, and the cameras' health. */
@NullMarked
package org.anxin.visits;

import org.jspecify.annotations.NullMarked;
