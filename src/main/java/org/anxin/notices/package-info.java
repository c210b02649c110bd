/** Notices to markets and subdistricts: an outbox, an inbox, and a webhook. */
@NullMarked
package org.anxin.notices;

import org.jspecify.annotations.NullMarked;
