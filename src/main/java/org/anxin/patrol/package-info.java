/** What do patrols find, and do they see enough? The four musts (四个一律) and the three in place (三个到位). */
@NullMarked
package org.anxin.patrol;

import org.jspecify.annotations.NullMarked;
