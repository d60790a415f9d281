/**
 * The command demo.
 * Only the command line's root imports it.
 */
@NullMarked
package org.spolia.jobs.cli.demo;

import org.jspecify.annotations.NullMarked;
