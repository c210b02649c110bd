/** What comes beside the program for whoever runs it: manifests, scripts, alerts, and what the runbook says of them. */
@NullMarked
package org.anxin.operations;

import org.jspecify.annotations.NullMarked;
