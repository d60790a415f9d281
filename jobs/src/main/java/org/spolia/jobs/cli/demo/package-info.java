/** The command demo. Only the command line's root imports this package. */
@NullMarked
package org.spolia.jobs.cli.demo;

import org.jspecify.annotations.NullMarked;
