/** Options, tables and texts that several commands share. This package knows no commands. */
@NullMarked
package org.spolia.jobs.cli.common;

import org.jspecify.annotations.NullMarked;
