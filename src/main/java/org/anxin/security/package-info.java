/** Who asks, what for, and whether that is allowed: identities, roles, keys of machines. docs/security.md has the table. */
@NullMarked
package org.anxin.security;

import org.jspecify.annotations.NullMarked;
