package org.anxin.patrol;

import org.anxin.rulebook.CountsOnce;

/** What a rule lays down: a finding is widespread and copied to the subdistrict. */
record Copied() implements CountsOnce {}
