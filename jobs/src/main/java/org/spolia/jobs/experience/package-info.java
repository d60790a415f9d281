/**
 * What earlier experiments of a warehouse found: laws, utilities and costs of operators.
 * Plan and utility read it.
 */
@NullMarked
package org.spolia.jobs.experience;

import org.jspecify.annotations.NullMarked;
