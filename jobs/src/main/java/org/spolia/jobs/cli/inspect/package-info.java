/**
 * The commands that look at a warehouse: status, sql, digest, reset.
 * They write nothing but what reset removes.
 */
@NullMarked
package org.spolia.jobs.cli.inspect;

import org.jspecify.annotations.NullMarked;
