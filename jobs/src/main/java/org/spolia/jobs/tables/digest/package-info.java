/**
 * One hash for each table: equal for equal rows, whatever files and commits hold them.
 * Tables with clocks are left out.
 */
@NullMarked
package org.spolia.jobs.tables.digest;

import org.jspecify.annotations.NullMarked;
