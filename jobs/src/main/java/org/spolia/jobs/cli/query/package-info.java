/**
 * The command sql: queries, the shell, and the formats of answers.
 * Reads tables; writes none.
 */
@NullMarked
package org.spolia.jobs.cli.query;

import org.jspecify.annotations.NullMarked;
