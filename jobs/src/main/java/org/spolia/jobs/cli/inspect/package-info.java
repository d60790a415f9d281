/** The commands that inspect a warehouse: status, sql, digest, reset. They only write when reset removes output. */
@NullMarked
package org.spolia.jobs.cli.inspect;

import org.jspecify.annotations.NullMarked;
