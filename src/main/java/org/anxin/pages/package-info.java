/** Pages for people: what runs found, people, markets and the policy desk, in Chinese and English. */
@NullMarked
package org.anxin.pages;

import org.jspecify.annotations.NullMarked;
