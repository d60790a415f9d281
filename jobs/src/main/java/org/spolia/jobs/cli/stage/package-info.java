/** The commands of the stages, and run. Each command starts a session and calls one stage. */
@NullMarked
package org.spolia.jobs.cli.stage;

import org.jspecify.annotations.NullMarked;
