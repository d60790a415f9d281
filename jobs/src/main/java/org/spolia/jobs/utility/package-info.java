/**
 * The stage utility: what each operator adds, by field, and what laws have in common.
 * Only the command line imports it.
 */
@NullMarked
package org.spolia.jobs.utility;

import org.jspecify.annotations.NullMarked;
