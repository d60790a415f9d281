/**
 * Results of earlier experiments of a warehouse: laws, utilities and complexities of operators, for plan and utility.
 */
@NullMarked
package org.spolia.jobs.experience;

import org.jspecify.annotations.NullMarked;
