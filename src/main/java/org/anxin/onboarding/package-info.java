/** Who may trade at a market, and what its two lists lack: accounts, responsibility letters, imported goods, contacts. */
@NullMarked
package org.anxin.onboarding;

import org.jspecify.annotations.NullMarked;
