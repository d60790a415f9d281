/** The command sql: queries, the shell, and output formats. It reads tables and writes none. */
@NullMarked
package org.spolia.jobs.cli.query;

import org.jspecify.annotations.NullMarked;
