/**
 * Options, tables and text that several commands share.
 * Knows no command.
 */
@NullMarked
package org.spolia.jobs.cli.common;

import org.jspecify.annotations.NullMarked;
